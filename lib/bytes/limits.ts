/** Every bound on reading has a name and lives here. Sizes are bytes unless the name says otherwise. */

/** First read of any file. Measured: holds all segments before the pixels of most web JPEG and PNG files. */
export const HEAD_BYTES = 16 * 1024;

/** Further reads are widened to this, so that neighbouring headers cost one request. */
export const READ_AHEAD_BYTES = 16 * 1024;

/**
 * How much of a C2PA store is asked for at once when its beginning is met: stores with thumbnails take 20 to 600 KB, and
 * a read for each part and each gap between costs more than what is read in vain.
 */
export const MAX_STORE_READ_BYTES = 512 * 1024;

/** Most bytes one file may cost before its reading ends `over-budget`. */
export const MAX_BYTES_PER_FILE = 8 * 1024 * 1024;

/** Most ranged reads one file may cost. */
export const MAX_READS_PER_FILE = 64;

/** Largest metadata block decoded whole (XMP, EXIF, IPTC, one PNG text chunk). */
export const MAX_BLOCK_BYTES = 4 * 1024 * 1024;

/** Most text that inflating one compressed block may give (zTXt, compressed iTXt). */
export const MAX_INFLATED_BYTES = 4 * 1024 * 1024;

/** Most metadata blocks taken from one file. */
export const MAX_BLOCKS_PER_FILE = 512;

/** Most chunks or segments walked in one file. */
export const MAX_CHUNKS_PER_FILE = 65_536;

/** Longest raw value kept in a finding and shown, in UTF-16 units. */
export const MAX_RAW_CHARS = 64 * 1024;

/** Deepest nesting of boxes, CBOR items, XML elements, JSON values. */
export const MAX_DEPTH = 32;

/** Longest text kept of one field for the detectors; a ComfyUI workflow may take most of it. UTF-16 units. */
export const MAX_FIELD_CHARS = 1024 * 1024;

/** Most properties taken from one XMP packet; Lightroom histories hold a few thousand. */
export const MAX_XMP_PROPERTIES = 10_000;

/** Most errors passed over in one XMP packet whose structure stays clear. */
export const MAX_XMP_ERRORS = 100;

/** Most entries looked at in one TIFF directory; cameras write under a hundred. */
export const MAX_IFD_ENTRIES = 1024;

/** Most Photoshop image resources walked in one APP13 block. */
export const MAX_IMAGE_RESOURCES = 512;

/** Most IIM data sets read from one block. */
export const MAX_IIM_DATASETS = 2048;

/** Most bytes of answers kept for asking again; the oldest go first. A full set of read-ahead windows fits. */
export const MAX_CACHED_BYTES = MAX_READS_PER_FILE * READ_AHEAD_BYTES;

/** Most asks of one parser: a few for every chunk a file may have. */
export const MAX_ASKS_PER_PARSE = 4 * MAX_CHUNKS_PER_FILE;

/** The same ask more often than this in a row is a parser that does not get on. */
export const MAX_REPEATED_ASKS = 4;

/** Most windows a container walk opens in the middle of a file before it looks at the tail and stops. */
export const MAX_FAR_STEPS = 24;

/** How much of a file's end is searched for chunk boundaries then: holds the last frame of most animations. */
export const TAIL_BYTES = 64 * 1024;

/** Most bytes that belong to no segment skipped in search of the next JPEG marker. */
export const MAX_STRAY_BYTES = 4096;

/** Most attempts to leap over the pixel chunks of one PNG. */
export const MAX_LEAPS = 2;

/** Most items, of any kind and at any depth, decoded from one CBOR text. */
export const MAX_CBOR_ITEMS = 65_536;

/** Most boxes looked at in one JUMBF text. Stores of long edit histories stay below a thousand. */
export const MAX_JUMBF_BOXES = 4096;

/** Most boxes taken from one JUMBF superbox. */
export const MAX_JUMBF_CHILDREN = 1024;

/** Longest label of a JUMBF description box, its closing zero included. */
export const MAX_JUMBF_LABEL_BYTES = 1024;

/** Most manifests read from one C2PA store, and visited in its graph. */
export const MAX_C2PA_MANIFESTS = 128;

/** Largest claim or assertion decoded; thumbnails and signatures are never decoded. */
export const MAX_ASSERTION_BYTES = 512 * 1024;

/** Most bytes of claims and assertions decoded in one C2PA store. */
export const MAX_DECODED_STORE_BYTES = 4 * 1024 * 1024;

/** Most actions kept of one C2PA manifest. */
export const MAX_C2PA_ACTIONS = 1024;

/** Longest JSON text kept of one action or AI assertion, in UTF-16 units. */
export const MAX_C2PA_RAW_CHARS = 8 * 1024;

/** Longest single text (name, title, URI) kept of a claim or assertion, in UTF-16 units. */
export const MAX_C2PA_TEXT_CHARS = 2048;

/** Most findings made from one C2PA store. */
export const MAX_C2PA_FINDINGS = 16;

/** Largest `moov` box asked for in one read instead of track by track. */
export const MOOV_READ_BYTES = 256 * 1024;

/** Largest table of a `meta` box read whole (item names, item locations, key names). */
export const MAX_META_TABLE_BYTES = 256 * 1024;

/** Most boxes looked at in one box of an ISO base media file. */
export const MAX_BOX_CHILDREN = 1024;

/** Most extents one item of a `meta` box may be scattered over. */
export const MAX_ITEM_EXTENTS = 64;

/** Longest name of a tag (key, freeform name) kept. */
export const MAX_TAG_NAME_BYTES = 256;

/** How much of a GIF is asked for at a time once its pixels leave the head: its parts cannot be leapt over. */
export const GIF_STRIDE_BYTES = 256 * 1024;

/** Most bytes of a GIF walked from its start; of a longer one the end is looked at besides. */
export const MAX_GIF_WALK_BYTES = 512 * 1024;

/** Most data sub-blocks of a GIF skipped one by one; full ones fill four times what is walked. */
export const MAX_GIF_SUB_BLOCKS = 8192;

/** Most ID3v2 tags read at the start of one file; writers leave one, careless ones two. */
export const MAX_ID3_TAGS = 8;

/** Most frames walked in one ID3v2 tag. */
export const MAX_ID3_FRAMES = 2048;

/** Most ranges that removing the stuffed bytes of a file's ID3v2 tags may leave; a large cover causes thousands. */
export const MAX_ID3_RANGES = 16_384;

/** How much of a GEOB or PRIV frame is looked at for what it holds: type, file name, description. */
export const MAX_ID3_OBJECT_HEAD_BYTES = 1024;

/** How much of an ID3v2 tag's end is asked for with what stands behind it: padding, frames behind a cover. */
export const ID3_END_BYTES = 4096;

/** How much of the end of an audio file is searched for tags: ID3v1 and the footer of an APE tag. */
export const AUDIO_TAIL_BYTES = 1024;

/** Most items taken from one APE tag. */
export const MAX_APE_ITEMS = 512;

/** Most directories (pages) looked at in one TIFF file. */
export const MAX_TIFF_DIRECTORIES = 64;

/** Most of an SVG picture read: it is text without any directory, so all of it has to be. */
export const MAX_SVG_BYTES = 1024 * 1024;

/** Most entries taken from one Vorbis comment header. */
export const MAX_VORBIS_COMMENTS = 1024;

/** Most elements looked at in one element of an EBML file that holds tags. */
export const MAX_EBML_ELEMENTS = 16_384;

/** Most values read from one AMF0 script; lists of keyframes hold thousands. */
export const MAX_AMF_VALUES = 65_536;

/** Most texts kept of one AMF0 script; each becomes a field to be looked at. Real ones hold a dozen. */
export const MAX_AMF_TEXTS = 1024;

/** Most forms walked in one RIFF file: an OpenDML AVI begins a further one every gigabyte or two. */
export const MAX_RIFF_FORMS = 64;

/** Most chunks looked at in one LIST of information texts. */
export const MAX_RIFF_TEXTS = 512;

/** Most metadata blocks walked in one FLAC file. */
export const MAX_FLAC_BLOCKS = 1024;

/** Most pages looked at in one Ogg file in search of the header packets, which stand at its start. */
export const MAX_OGG_PAGES = 1024;

/** Most logical streams of one Ogg file followed. */
export const MAX_OGG_STREAMS = 32;

/** Most elements and attributes looked at in one SVG picture up to the end of its metadata; keeps it under 50 ms. */
export const MAX_SVG_NAMES = 32_768;

/** Deepest nesting in an SVG picture: a name is looked up through all open elements, so depth multiplies work. */
export const MAX_SVG_DEPTH = 64;

/** Largest index of a Matroska segment (SeekHead) read; ordinary ones stay below 200 bytes. */
export const MAX_SEEK_HEAD_BYTES = 16 * 1024;

/** Most elements walked in one Matroska segment, those inside clusters of unknown size included. */
export const MAX_SEGMENT_ELEMENTS = 8192;

/** Most script tags taken from one FLV file; one or two are usual. */
export const MAX_FLV_SCRIPTS = 8;

/** Tags of sound or pictures after which no script is expected: codec headers come first, then frames. */
export const MAX_FLV_MEDIA_TAGS = 4;

/** Most comment blocks taken from one FLAC file; the format allows one. */
export const MAX_FLAC_COMMENTS = 8;

/** Most elements with texts taken from one Matroska segment; two or three are usual. */
export const MAX_SEGMENT_TEXTS = 32;

/** Most of a text or HTML file read whole; neither has a directory. */
export const MAX_TEXT_FILE_BYTES = 4 * 1024 * 1024;

/** How much of a PDF's end is searched for `startxref`; ISO 32000-2 leaves it open, viewers look at 1 KB. */
export const PDF_TAIL_BYTES = 4096;

/** Most sections of cross-references followed through `Prev`: one for each time a PDF was saved on top. */
export const MAX_PDF_SECTIONS = 64;

/** Most subsections of one PDF cross-reference table. */
export const MAX_PDF_SUBSECTIONS = 4096;

/** Most objects of one PDF looked up. Its label and its manifest are a dozen away from the trailer. */
export const MAX_PDF_OBJECTS = 512;

/** Largest PDF object (without its stream) read. */
export const MAX_PDF_OBJECT_BYTES = 1024 * 1024;

/** Most values, of any kind and at any depth, taken from one PDF object. */
export const MAX_PDF_VALUES = 65_536;

/** Most bytes of decoded PDF streams kept for the next look-up. */
export const MAX_PDF_DECODED_BYTES = 16 * 1024 * 1024;

/** Most tables listed of one font; ordinary ones have twenty, colour and variable ones under fifty. */
export const MAX_SFNT_TABLES = 512;

/** Longest address of a manifest taken from a font. */
export const MAX_SFNT_URI_BYTES = 2048;

/** Most labels taken from one text or HTML file. */
export const MAX_TEXT_LABELS = 16;

/** Most lines from the start of a text in which front matter has to end. */
export const MAX_TEXT_LINES = 4096;

/** Longest label taken from a text or HTML file, in characters; real ones stay below two thousand. */
export const MAX_LABEL_CHARS = 64 * 1024;

/** Longest single value (address, code) taken from an element of an HTML file, in characters. */
export const MAX_HTML_VALUE_CHARS = 256;

/** Most JSON-LD that names a source type taken from one HTML file; blocks of real pages hold a few kilobytes. */
export const MAX_JSON_LD_BYTES = 512 * 1024;

/** Most tags of an HTML file looked at. */
export const MAX_HTML_TAGS = 65_536;

/** Most elements of an HTML file whose attributes are read: `meta`, `link`, `script` and those that name a signal. */
export const MAX_HTML_ELEMENTS = 4096;

/** Most attributes read of one element. */
export const MAX_HTML_ATTRIBUTES = 256;

/** Longest tag of an HTML file looked at, in characters: a label in an attribute takes up to a few thousand. */
export const MAX_HTML_TAG_CHARS = 256 * 1024;

/** Most lines of one YAML map read as a label: seven members, some of them written over several lines. */
export const MAX_LABEL_LINES = 256;

/** Most of a ZIP file's central directory read: some forty thousand entries. */
export const MAX_ZIP_DIRECTORY_BYTES = 2 * 1024 * 1024;

/** Most parts of one ZIP document read; one or two hold something. */
export const MAX_ZIP_PARTS = 8;

/** Most XML, inflated, read of all parts of one ZIP document: labels stand in parts of a few kilobytes. */
export const MAX_DOCUMENT_XML_BYTES = 512 * 1024;

/** Most properties named AIGC taken from one part of a document. */
export const MAX_DOCUMENT_PROPERTIES = 16;

/** How much of a picture's end is asked for in search of Samsung's trailer: directory and short entries at once. */
export const SAMSUNG_TAIL_BYTES = 4096;

/** Most entries of a Samsung trailer's directory; seen are a dozen, of 12 bytes each. */
export const MAX_SAMSUNG_ENTRIES = 256;

/** Largest directory of a Samsung trailer: its header and {@link MAX_SAMSUNG_ENTRIES}, rounded up. */
export const MAX_SAMSUNG_DIRECTORY_BYTES = 4096;

/** Longest name of a Samsung entry looked at. */
export const MAX_SAMSUNG_NAME_BYTES = 64;

/** How much of an EXIF block is searched for the maker's name: directory 0 and the texts behind it. */
export const EXIF_MAKER_BYTES = 1024;

/** Most status codes of one manifest kept of a credential check; a store that fails everywhere repeats itself. */
export const MAX_STATUS_CODES = 64;

/** Longest answer of the credential library taken apart, in UTF-16 units. Padding alone may be 200 KB. */
export const MAX_CRJSON_INPUT_CHARS = 16 * 1024 * 1024;

/** Most JSON values of the credential library's answer; padding arrays hold a few ten thousand. */
export const MAX_CRJSON_ITEMS = 2_000_000;

/** Longest crJSON kept for experts, in UTF-16 units. */
export const MAX_CRJSON_CHARS = 512 * 1024;

/** Largest thumbnail of a manifest or an ingredient taken into the history. */
export const MAX_THUMBNAIL_BYTES = 64 * 1024;

/** Most thumbnails of one history. */
export const MAX_THUMBNAILS = 12;

/** Most manifests of one history shown as nodes. */
export const MAX_GRAPH_NODES = 64;

/** Most ingredients, actions, identities and soft bindings of one manifest shown in the history. */
export const MAX_GRAPH_ITEMS = 128;

/** Most certificates of one signature read; a chain has two to four. */
export const MAX_CHAIN_CERTIFICATES = 8;

/** Largest certificate read. RFC 5280 sets no bound; chains of signers are below 4 KB each. */
export const MAX_CERTIFICATE_BYTES = 32 * 1024;

/** Largest trust list or file of anchors taken. */
export const MAX_TRUST_LIST_CHARS = 1024 * 1024;

/** Most certificates of one trust list; the official list has thirty. */
export const MAX_TRUST_ANCHORS = 1024;

/** Longest address of a manifest stored elsewhere, in UTF-16 units. */
export const MAX_MANIFEST_URL_CHARS = 4096;
