// A form as an XLSForm, an XForm or a checklist defines it, however it was written: the nodes of its data, what binds
// them, what people see. Readers fill a Definition and then call finish.h's finish(), which parses and binds every
// expression and orders the recomputation. Immutable after that and shareable between threads; Filling (filling.h) is
// one filled form of it. The readers' functions may be called before finish() only, what finish() sets is there after
// it; formulas are bound to nodes by number, and nothing is moved or removed once it was added.
#pragma once

#include <compare>
#include <cstdint>
#include <map>
#include <memory>
#include <memory_resource>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "shared/form/data/tree.h"
#include "shared/form/xpath/expression.h"

namespace plumb::form {

// Where in its source something stands, for messages: "survey, row 12, column relevant" or "line 40". May be empty.
using Origin = std::string;

// An expression as written, and compiled once finish() ran. What computing it reads stands first here, in NodeDef and
// in xpath::Path: a form of thousands of questions is read from memory once when it is begun, and each line of a
// processor's cache that holds nothing of use then costs as much as ten instructions.
struct Formula {
    std::uint32_t boundTo = kNone;  // the node of the definition that its paths begin at
    bool anywhere = false;          // it reads the same wherever it stands
    bool readsTime = false;         // asks for today or now, and not once(): read again when time passes
    bool readsWords = false;        // asks what choices or texts are called: read again in another language
    bool asksAnyText = false;       // which text it asks for is known only when it is evaluated
    xpath::Expression compiled = {};
    // Which nodes of the definition it reads, and how a change there reaches the nodes that it is computed for.
    struct Read {
        std::uint32_t def = kNone;
        std::uint32_t pin = kNone;  // only those below the same instance of this repeat; kNone: all
        bool structure = false;     // reads how many there are, or their positions, not (only) the value
        bool filtered = false;      // on a way with a predicate: it may read other repeats of what it computes itself
        bool place = false;         // structure, but only where one stands, which hangs on nobody's relevance
        bool words = false;         // reads what its choices are called, not its value
        friend std::strong_ordering operator<=>(const Read&, const Read&) = default;
    };
    std::vector<Read> reads = {};
    std::string source;  // XPath; ${name} is already resolved to a path by the reader
    Origin origin;
};
using FormulaId = std::uint32_t;  // into Definition::formulas; kNone where there is none

// A text that people see, in one language: literal pieces with computed ones between.
struct TextPiece {
    std::string literal;
    FormulaId value = kNone;  // comes after the literal
};
using TextPieces = std::vector<TextPiece>;

// The forms of a text that forms carry: "" (the words), "short", "image", "audio", "video", "big-image", "guidance".
struct LanguageText {
    std::map<std::string, TextPieces, std::less<>> forms;
};

// A label, hint or message: in each language of the form, or the same in all.
struct Text {
    std::map<std::string, LanguageText, std::less<>> languages;  // "" where it is the same in all
    FormulaId computed = kNone;  // ref="…" that is no jr:itext('id'): its value is the text

    [[nodiscard]] bool empty() const { return languages.empty() && computed == kNone; }
};
using TextId = std::uint32_t;  // into Definition::texts; kNone where there is none

// How one of the repeats that a form's file lists begins, where that is otherwise than its definition says.
struct InitialRepeat {
    std::map<std::uint32_t, std::string> texts;                 // by node below it
    std::map<std::uint32_t, std::vector<InitialRepeat>> inner;  // repeats in it that are not those of the template
    friend bool operator==(const InitialRepeat&, const InitialRepeat&) = default;
};

enum class NodeKind : std::uint8_t { group, repeat, leaf, attribute };

struct NodeDef {
    NameId nameId = kNone;
    std::uint32_t parent = kNone;
    std::uint32_t ordinal = 0;     // among its parent's children (set by finish)
    std::uint32_t repeat = kNone;  // the nearest repeat that it stands in or is itself (set by finish)
    NodeKind kind = NodeKind::leaf;
    DataType type = DataType::string;
    bool mayAddRemove = true;     // of a repeat; jr:noAddRemove
    bool bare = false;            // nothing below it, and blank in a new form (set by finish)
    bool alwaysRequired = false;  // and so never computed (set by finish)
    FormulaId count = kNone;      // of a repeat: how many there are; people cannot add or remove then
    FormulaId calculate = kNone;  // of its bind
    // Of a repeat: how many a new form begins with, or a new one of the repeat around it.
    std::uint32_t initialCount = 1;
    std::vector<std::uint32_t> children;  // elements in document order
    std::vector<std::uint32_t> attributes;
    std::string initial;  // the text that a new form, or a new repeat, has there
    std::string name;
    std::string typeName;  // as written in the bind: "int", "geopoint", "custom"
    Origin origin;

    // The rest of its bind.
    FormulaId relevant = kNone, required = kNone, readOnly = kNone, constraint = kNone;
    TextId requiredMessage = kNone, constraintMessage = kNone;
    std::string preload, preloadParameters;
    std::map<std::string, std::string, std::less<>>
        otherAttributes;  // of the bind: kept, not understood (odk:length, entities …)

    // Of a repeat: how each begins, in order, where one differs.
    std::vector<InitialRepeat> initialInstances;
};

struct ChoiceDef {
    std::string value;
    TextId label = kNone;
    std::map<std::string, std::string> columns;  // of a choices sheet, beyond name and label
};

// Choices that come from a set of nodes.
struct Itemset {
    FormulaId nodes = kNone;    // the set, seen from the question
    std::string value, label;   // paths from each node: "name", "label" or "jr:itext(itextId)"
    bool labelIsItext = false;  // then `label` is the path of the text's id
    std::vector<TextId> texts;  // set by finish: those of these texts that read answers
    bool randomize = false;
    FormulaId seed = kNone;
};

enum class ControlKind : std::uint8_t { input, selectOne, selectMultiple, rank, upload, trigger, range, group, repeat };

// What people see of a node, in the order of the body. Nodes that are only calculated have none.
struct Control {
    ControlKind kind = ControlKind::input;
    std::uint32_t def = kNone;     // kNone for groups without data
    std::uint32_t parent = kNone;  // into Definition::controls
    std::vector<std::uint32_t> children;
    TextId label = kNone, hint = kNone;  // a hint's form "guidance" is the guidance hint
    std::string appearance;
    std::string mediaType;  // upload: "image/*"
    std::vector<ChoiceDef> choices;
    std::optional<Itemset> itemset;
    std::string rangeStart, rangeEnd, rangeStep;
    std::map<std::string, std::string, std::less<>> parameters;  // rows, max-pixels, quality, incremental …
    Origin origin;
};

// setvalue and odk:setgeopoint: what happens to a node when something happens.
struct Action {
    enum class Kind : std::uint8_t { setValue, setGeopoint };
    Kind kind = Kind::setValue;
    // "odk-instance-first-load", "odk-instance-load", "odk-new-repeat", "xforms-value-changed".
    std::vector<std::string> events;
    std::uint32_t target = kNone;  // a node of the definition
    FormulaId which = kNone;       // of several such nodes, those of this set (a ref with predicates)
    std::uint32_t source = kNone;  // xforms-value-changed: whose value
    std::uint32_t repeat = kNone;  // odk-new-repeat: of which repeat
    FormulaId value = kNone;       // else `literal`
    std::string literal;
    Origin origin;
};

// A secondary instance, read whole, or lazily by rows from an attached file. Shared by all fillings, which do not
// change it but may materialize rows in their own copy (Filling makes one when needed); the file's rows and the indexes
// over its columns are one for all.
struct SecondaryInstance {
    std::string id;
    std::string source;                // "jr://file-csv/fruits.csv" where it is an attached file, else ""
    std::shared_ptr<const Tree> tree;  // of an attached CSV file: with its rows
    std::string path;                  // of that CSV file on disk; else ""
};

class Definition {
  public:
    // Borrows nothing; a Filling shares its ownership, and the trees of `instances` with it.
    Definition();

    std::string title, id, version, defaultLanguage;
    std::string instanceName;                                  // settings' instance_name, an XPath; kept
    std::vector<std::string> languages;                        // in document order; empty when texts have none
    std::map<std::string, std::string, std::less<>> settings;  // everything else of the settings sheet or the head
    std::shared_ptr<Names> names;
    std::vector<NodeDef> nodes;  // node 0 is the top element ("data"); parents come before children
  private:
    std::pmr::monotonic_buffer_resource m_packed, m_packedPaths;  // before what stands in them

  public:
    std::vector<Formula> formulas;
    std::vector<Text> texts;
    std::vector<Control> controls;    // parents before children
    std::vector<std::uint32_t> body;  // top-level controls
    std::vector<Action> actions;
    std::vector<SecondaryInstance> instances;
    std::unordered_map<std::string, TextId> itext;  // by id, for jr:itext()
    std::map<std::string, std::string> files;       // attached files by name: where they are on disk
    // What the source asks for and this engine does not do, one sentence each with its place: never dropped silently.
    std::vector<std::string> notSupported;
    // What stands in it but does nothing, such as a path that leads nowhere.
    std::vector<std::string> warnings;
    // XML namespaces declared on the top element of the instance, for writing it again: prefix → URI ("" the default).
    std::map<std::string, std::string> namespaces;

    // --- for readers. REQUIRES: finish() was not called yet ---
    std::uint32_t addNode(std::uint32_t parent, std::string_view name, NodeKind kind);
    // What is always so ("true()", of every second question) is one formula for all.
    FormulaId addFormula(std::string source, Origin origin);
    TextId addText(Text text);
    [[nodiscard]] bool isAlwaysTrue(FormulaId formula) const { return formula != kNone && formula == m_always; }
    // A text that is the same in all languages.
    TextId addPlainText(std::string words);

    // By "/data/group/name", repeats without positions; kNone when there is none.
    [[nodiscard]] std::uint32_t find(std::string_view path) const;
    [[nodiscard]] std::uint32_t child(std::uint32_t parent, std::string_view name, bool attribute = false) const;
    [[nodiscard]] std::uint32_t child(std::uint32_t parent, NameId name, bool attribute) const;
    [[nodiscard]] std::string path(std::uint32_t node) const;
    [[nodiscard]] const SecondaryInstance* instance(std::string_view instanceId) const;
    // REQUIRES: finish() was called.
    // A formula as it reads at a node of the definition: itself where it is bound to it, or one made for there; kNone
    // where finish() did not foresee that it is asked for there.
    [[nodiscard]] FormulaId formulaAt(FormulaId formula, std::uint32_t def) const;

    // The last step of finish(): moves the compiled formulas next to each other. REQUIRES: nothing points to them yet.
    void pack();

    // --- set by finish() ---
    // What is recomputed, in an order in which nothing comes before what it depends on.
    struct Computation {
        enum class Kind : std::uint8_t {
            relevant,
            count,
            calculate,
            readOnly,
            required,
            constraint,
            label,
            choices,      // which there are
            choiceLabel,  // what they are called
        };
        Kind kind = Kind::relevant;
        std::uint32_t def = kNone;  // whose; of texts and choices: of the control's node
        FormulaId formula = kNone;
        std::uint32_t control = kNone;  // of texts and choices
    };
    struct Reader {
        std::uint32_t computation = 0;
        std::uint32_t pin = kNone;
    };
    std::vector<Computation> computations;
    // Per node of the definition: computations that read its value; that read how many of it there are or where it
    // stands.
    std::vector<std::vector<Reader>> valueReaders, structureReaders;
    // … that read what its choices are called; and those that may ask for any text.
    std::vector<std::vector<Reader>> wordsReaders;
    std::vector<std::uint32_t> anyTextReaders;
    // Per node: its own computations, in order.
    std::vector<std::vector<std::uint32_t>> ownComputations;
    std::vector<std::uint32_t> controlOf;  // per node: its control; kNone
    std::vector<std::uint32_t> totalled;   // nodes whose total some formula asks for
    std::vector<std::uint32_t> preloaded;  // nodes that the form fills in by itself
    // Texts that are shown at several nodes: the formula and the node → the formula bound to that node.
    std::unordered_map<std::uint64_t, FormulaId> elsewhere;

  private:
    // (parent, name) → node: what find() walks, so that a thousand fields in one group cost no more than ten.
    std::unordered_map<std::uint64_t, std::uint32_t> m_places;
    FormulaId m_always = kNone;
};

}  // namespace plumb::form
