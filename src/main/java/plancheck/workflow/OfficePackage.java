package plancheck.workflow;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * The parts of an Office document that is a zip file. A part is what its content type and its relations say it is,
 * whatever it is called, so these are read; names are compared without case, as Office does.
 *
 * @param names of all parts, as written
 * @param runs whether one of them is run when the document is opened
 */
record OfficePackage(Set<String> names, boolean runs) {
    /** A file that unpacks to more is no document but a way to keep the service busy. */
    private static final long MAX_UNPACKED = 400L * 1024 * 1024;

    private static final int MAX_ENTRIES = 10_000;

    /** A list of relations or content types is a few kilobytes long. */
    private static final int MAX_LIST = 4 * 1024 * 1024;

    /** Names, content types and kinds of relation of what is run: macros of all ages, and controls. */
    private static final Pattern RUN = Pattern.compile("vbaproject|vbadata|macroenabled|macrosheet|activex");

    /** Relations by which Office fetches and opens something without being asked. */
    private static final Pattern FETCHED = Pattern.compile("/(attachedtemplate|oleobject|frame|subdocument)$");

    /** A template on the writer's own disk is named by every document made from it, and harms nobody else. */
    private static final Pattern OWN_DISK = Pattern.compile("(file:/*)?[a-z]:[/\\\\].*|[^:/\\\\]+|file:///[^/\\\\].*");

    private static final XMLInputFactory XML = xml();

    private static XMLInputFactory xml() {
        XMLInputFactory factory = XMLInputFactory.newFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        return factory;
    }

    /** Empty when it is no zip file, is damaged, unpacks to too much, or its two lists of entries differ. */
    static Optional<OfficePackage> of(byte[] content) {
        Optional<Set<String>> listed = ZipDirectory.names(content);
        if (listed.isEmpty()) {
            return Optional.empty();
        }
        Map<String, Boolean> parts = new HashMap<>();
        byte[] buffer = new byte[64 * 1024];
        long unpacked = 0;
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(content))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                String name = entry.getName().toLowerCase(Locale.ROOT);
                boolean list = name.endsWith(".rels") || name.equals("[content_types].xml");
                ByteArrayOutputStream kept = new ByteArrayOutputStream();
                for (int n = zip.read(buffer); n >= 0; n = zip.read(buffer)) {
                    unpacked += n;
                    if (list) {
                        kept.write(buffer, 0, n);
                    }
                    if (unpacked > MAX_UNPACKED || kept.size() > MAX_LIST) {
                        return Optional.empty();
                    }
                }
                boolean runs = RUN.matcher(name).find() || list && listsWhatRuns(kept.toByteArray());
                if (parts.put(entry.getName(), runs) != null || parts.size() > MAX_ENTRIES) {
                    return Optional.empty();
                }
            }
        } catch (IOException | XMLStreamException | IllegalArgumentException e) {
            return Optional.empty(); // damaged, or named in no encoding that is known
        }
        return listed.filter(parts.keySet()::equals).map(names -> new OfficePackage(names, parts.containsValue(true)));
    }

    private static boolean listsWhatRuns(byte[] list) throws XMLStreamException {
        XMLStreamReader reader = XML.createXMLStreamReader(new ByteArrayInputStream(list));
        try {
            while (reader.hasNext()) {
                if (reader.next() == XMLStreamReader.START_ELEMENT && isRun(reader)) {
                    return true;
                }
            }
            return false;
        } finally {
            reader.close();
        }
    }

    private static boolean isRun(XMLStreamReader element) {
        String type = attribute(element, "Type");
        boolean elsewhere = attribute(element, "TargetMode").equals("external")
                && !OWN_DISK.matcher(attribute(element, "Target")).matches();
        return RUN.matcher(type + " " + attribute(element, "ContentType")).find()
                || elsewhere && FETCHED.matcher(type).find();
    }

    private static String attribute(XMLStreamReader element, String name) {
        String value = element.getAttributeValue(null, name);
        return value == null ? "" : value.strip().toLowerCase(Locale.ROOT);
    }
}
