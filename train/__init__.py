"""How the shipped entailment model is made: sources, our own pairs, training, export, calibration.

Nothing here is imported by `pipeline`; it needs the extra `train` (torch, transformers, onnx). One command makes the
whole model and goes on where it was interrupted: `python -m train.fit --data FOLDER --out FOLDER`.
"""
