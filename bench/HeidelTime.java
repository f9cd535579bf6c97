import de.unihd.dbs.heideltime.standalone.DocumentType;
import de.unihd.dbs.heideltime.standalone.HeidelTimeStandalone;
import de.unihd.dbs.heideltime.standalone.OutputType;
import de.unihd.dbs.heideltime.standalone.POSTagger;
import de.unihd.dbs.uima.annotator.heideltime.resources.Language;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.SimpleDateFormat;
import java.util.Date;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * HeidelTime over many texts in one process, so that its start-up can be told from its work.
 *
 * <p>java -cp HEIDELTIME.jar bench/HeidelTime.java CONFIG FOLDER reads FOLDER/*.txt, whose first line is the day of the
 * text, and writes FOLDER/*.tml; the last line of its output is the seconds that took, the first text done twice.
 */
public class HeidelTime {
    public static void main(String[] args) throws Exception {
        var tagger = new HeidelTimeStandalone(
                Language.ENGLISH, DocumentType.NEWS, OutputType.TIMEML, args[0], POSTagger.TREETAGGER, false);
        List<Path> texts;
        try (Stream<Path> listed = Files.list(Path.of(args[1]))) {
            texts = listed.filter(p -> p.toString().endsWith(".txt")).sorted().collect(Collectors.toList());
        }
        tag(tagger, texts.get(0));
        long begin = System.nanoTime();
        for (Path text : texts) {
            tag(tagger, text);
        }
        System.out.println((System.nanoTime() - begin) / 1e9);
    }

    private static void tag(HeidelTimeStandalone tagger, Path text) throws Exception {
        String[] parts = Files.readString(text).split("\n", 2);
        Date day = new SimpleDateFormat("yyyy-MM-dd").parse(parts[0]);
        String tagged = tagger.process(parts[1], day);
        Files.writeString(Path.of(text.toString().replaceAll("txt$", "tml")), tagged);
    }
}
