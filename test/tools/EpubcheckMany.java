import com.adobe.epubcheck.api.EpubCheck;
import com.adobe.epubcheck.reporting.CheckingReport;
import java.io.File;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** Checks every EPUB it is given in one Java machine, and writes EPUBCheck's JSON report of each beside it. */
public class EpubcheckMany {
  public static void main(String[] books) throws Exception {
    for (String book : books) {
      try (PrintWriter out = new PrintWriter(book + ".json", StandardCharsets.UTF_8)) {
        CheckingReport report = new CheckingReport(out, book);
        report.setLocale(Locale.ENGLISH);
        report.initialize();
        new EpubCheck(new File(book), report).doValidate();
        report.generate();
      }
    }
    System.exit(0);
  }
}
