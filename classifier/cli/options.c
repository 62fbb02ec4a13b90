/* options.c - the options that several commands share. */
#include "option.h"

static const char *const forms[] = { "auto", "text", "ndjson",
                                     "csv",  "tsv",  NULL };
static const char *const formats[] = { "text", "json", "ndjson", "csv", NULL };
static const char *const plain_formats[] = { "text", "json", NULL };
static const char *const statement_formats[] = { "auto", "ndjson", "csv",
                                                 NULL };
static const char *const colours[] = { "auto", "always", "never", NULL };
static const char *const solvers[] = { "auto", "libsvm", "liblinear", NULL };
static const char *const conventions[] = { "codebook", "parc", NULL };
static const char *const units[] = { "codepoints", "bytes", NULL };

const cli_option option_help =
    FLAG("help", 'h', help, "show this text and end");
const cli_option option_quiet = FLAG(
    "quiet", 'q', quiet, "no progress and no notes; errors are still told");
const cli_option option_strict =
    FLAG("strict", 0, strict,
         "stop at the first bad record, instead of passing over it");

const cli_option option_output =
    TEXT("output", 'o', output, "FILE",
         "write FILE, whole or not at all, instead of standard output");
const cli_option option_from =
    CHOICE("from", 0, from, forms,
           "form of the input; auto goes by name, then by the first bytes");
const cli_option option_report_format =
    CHOICE("format", 'f', format, formats, "form of the report");
const cli_option option_format =
    CHOICE("format", 'f', format, plain_formats, "form of the result");
const cli_option option_statement_format =
    CHOICE("format", 'f', format, statement_formats,
           "form of the statements; auto is ndjson, and text for --why");
const cli_option option_offsets = CHOICE(
    "offsets", 0, offsets, units, "what ranges count in the document's text");

const cli_option option_convention =
    CHOICE("convention", 0, convention, conventions,
           "how statements are cut; parc: as PARC and PolNeAR do");

const cli_option option_color =
    CHOICE("color", 0, colour, colours,
           "colour in text; auto: on a terminal, unless NO_COLOR is set");
const cli_option option_width =
    COUNT("width", report.width, 40, 500, "columns of text");
const cli_option option_top =
    COUNT("top", report.top, 0, 1e9, "actors shown of each side; 0: all");
const cli_option option_examples =
    COUNT("examples", report.examples, 0, 20,
          "telling sentences shown for each actor");

const cli_option option_extract_model =
    TEXT("extract-model", 0, extractor, "MODEL",
         "learned decisions of extraction instead of the shipped ones");
const cli_option option_rules_alone =
    FLAG("rules-alone", 0, rules_alone,
         "extract by rules, without learned decisions");
const cli_option option_actors =
    TEXT("actors", 0, actors, "FILE",
         "register of actors to add to the shipped one");
const cli_option option_actors_only =
    TEXT("actors-only", 0, only, "FILE",
         "register of actors to use instead of the shipped one");
const cli_option option_tone_model =
    TEXT("tone-model", 0, tone, "FILE",
         "model for tone, instead of the shipped one");
const cli_option option_side_model =
    TEXT("side-model", 0, side, "FILE",
         "model for side, instead of the shipped one");
const cli_option option_target_model =
    TEXT("target-model", 0, target, "FILE",
         "model for target, instead of the shipped one");

const cli_option option_threads =
    COUNT("threads", train.threads, 0, 16,
          "threads that train, 0: one a core; the result is the same");
const cli_option option_sure =
    OPTION("abstain", 0, OPTION_NUMBER, abstain, .value = "P", .most = 1,
           .help = "accuracy wanted of what is not sent to review; 0: as the "
                   "models were trained");

const cli_option option_folds =
    COUNT("folds", train.folds, 2, 20,
          "folds of cross-validation; a document's rows stay together");
const cli_option option_c =
    OPTION("c", 0, OPTION_NUMBER, train.c, .value = "X", .most = 1e6,
           .help = "C of the support vector machines; 0 searches for it");
const cli_option option_null =
    TEXT("null", 0, fields.null_label, "LABEL",
         "rows whose label is null have LABEL, instead of being left out");
const cli_option option_with =
    TEXT("with", 0, fields.given, "FIELD",
         "learn from the label in FIELD, too, such as the side");
const cli_option option_target_span =
    TEXT("target-span", 0, fields.mark, "FIELD",
         "labels are about the part of the text whose range, in code points, "
         "stands in FIELD");
const cli_option option_solver =
    CHOICE("solver", 0, train.solver, solvers,
           "library that trains; auto: liblinear above 20,000 rows, else "
           "libsvm");
const cli_option option_min_df =
    COUNT("min-df", train.min_df, 1, 1e6,
          "leave out n-grams that stand in fewer rows");
const cli_option option_without =
    TEXT("without", 0, train.without, "SPACE,...",
         "learn without the n-grams of these name spaces, such as char,kin");
const cli_option option_also =
    TEXT("also", 0, also, "FILE",
         "labelled rows to learn from, too, but not to score or calibrate by");
const cli_option option_swap =
    TEXT("swap", 0, swap, "us,china",
         "take each row a second time, with the names of the two sides swapped "
         "in its text");
const cli_option option_seed =
    OPTION("seed", 0, OPTION_SEED, train.seed, .value = "N",
           .help = "seed of all that is drawn; same seed, same result");
