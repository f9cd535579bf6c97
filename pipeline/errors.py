"""What can go wrong in a way the user can mend. Every message names the thing, the value and the way out."""


class CrosscheckError(Exception):
    """Root of the errors that the command line prints as one line instead of a traceback (exit code 2)."""


class UsageError(CrosscheckError):
    """The command was asked for something that it cannot do: a missing folder, an engine that does not exist."""


class SettingsError(CrosscheckError):
    """`crosscheck.toml`, `aliases.toml` or `suppressions.toml` is broken: an unknown key, a value of the wrong kind."""


class ManifestError(CrosscheckError):
    """`sources.csv` is broken: an unknown column, an impossible date, a file that is not there."""


class NothingReadableError(CrosscheckError):
    """No file of any story could be read."""


class ModelMissingError(CrosscheckError):
    """A model that the settings name is not installed, or is none that serves here."""


class StoreError(CrosscheckError):
    """Something could not be stored, or a stage should go on from tables that are not there or of another version."""


class WorkerLostError(CrosscheckError):
    """A process that worked for this one was ended from outside."""


class UnreadableFileError(CrosscheckError):
    """One file cannot be read; it becomes a `Skipped` record and the others go on."""
