// One filled form. Each change recomputes only what depends on it, each thing once, in a stable order, and says what
// came out differently. Use it from one thread.
//
// Every change settles before it returns: what is asked for afterwards is computed. Nodes are numbers into tree(), good
// while what they stand for is there: a change may remove repeats (Aspect::removed says which), whose numbers are then
// used again.
#pragma once

#include <cstdint>
#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "shared/base/clock.h"
#include "shared/base/result.h"
#include "shared/form/data/tree.h"
#include "shared/form/definition/definition.h"
#include "shared/form/fill/tuning.h"

namespace plumb::form {

// What may have come out differently for a node.
enum class Aspect : std::uint16_t {
    value = 1,
    relevant = 2,
    required = 4,
    readOnly = 8,
    valid = 16,
    label = 32,
    choices = 64,
    added = 128,
    removed = 256,
};

struct Change {
    NodeId node = kNone;
    std::uint16_t aspects = 0;  // of Aspect, or-ed
    std::string removedPath;    // Aspect::removed: where it stood
    [[nodiscard]] bool has(Aspect aspect) const { return (aspects & static_cast<std::uint16_t>(aspect)) != 0; }
};
using Changes = std::vector<Change>;  // in document order, each node once

struct Choice {
    std::string value, label;
};

struct FillingOptions {
    Clock clock;
    std::uint64_t seed = 0;  // of random(), uuid(), randomize(); 0: from the machine's own chance
    std::string language;    // "" = the form's default
    std::map<std::string, std::string> properties;  // deviceid, username …
    // What was kept before follows with load() or put(), and nothing is computed before: no defaults, no first-load
    // actions, nothing asked of the device.
    bool restored = false;
    // How a calculated number is written, "" where it cannot be; as XPath writes it where this is empty. Who computes
    // on decimals gives theirs, so that binary noise (0.30000000000000004) and what no decimal holds are nobody's
    // answer.
    std::function<std::string(double)> numberText = {};
    // What a filled form holds at most; where a computed count wants more, overflow() says so.
    std::size_t mostRepeats = kMostRepeats;  // of one repeat
    std::size_t mostNodes = kMostNodes;      // of all
};

class Filling {
  public:
    // A new form: initial values, first-load actions, everything computed. Keeps the definition alive; whatever
    // `options.clock` and `options.numberText` borrow must outlive it.
    // REQUIRES: finish() found no problems in the definition; `options.clock` is not empty.
    explicit Filling(std::shared_ptr<const Definition> definition, FillingOptions options);
    ~Filling();
    Filling(const Filling&) = delete;
    Filling& operator=(const Filling&) = delete;

    [[nodiscard]] const Definition& definition() const;
    [[nodiscard]] const Tree& tree() const;

    // "/data/plots[2]/area", also relative to nothing and without positions where there is one; kNone when there is
    // none.
    [[nodiscard]] NodeId find(std::string_view path) const;

    // The text of a leaf, "" to clear. Numbers, dates and choices are made canonical where they can be ("01" stays what
    // it is in a text); what is not of the type is refused: malformed "bad_integer", "bad_decimal", "bad_date" …; not
    // found "unknown_node"; refused "read_only". A value that only breaks its constraint is taken and shown as such.
    Result<Changes> set(NodeId node, std::string_view text);
    // As set(), where a path leads: repeats that lack on the way are added, up to the position that it names, where
    // people may add them.
    Result<Changes> setAt(std::string_view path, std::string_view text);
    // REQUIRES: `parent` is a node of what `def` stands in; `like`, where it is given, one of its repeats.
    // One more of the repeat `def` below `parent`, as the last; or its copy of `like`. Refused: "counted", "fixed",
    // "too_many".
    Result<NodeId> add(NodeId parent, std::uint32_t def, Changes& changes, NodeId like = kNone);
    // REQUIRES: a node of the tree that is there.
    Result<Changes> remove(NodeId repeat);
    Result<Changes> setLanguage(std::string_view language);
    // today() and now() are asked anew: what reads them is computed again.
    Changes refreshTime();
    // It is finished: the times that a form takes then (jr:preload="timestamp" with "end") are written.
    Changes stampEnd();

    [[nodiscard]] bool relevant(NodeId node) const;
    [[nodiscard]] bool required(NodeId node) const;
    [[nodiscard]] bool readOnly(NodeId node) const;
    // Its constraint holds, or it is blank.
    [[nodiscard]] bool valid(NodeId node) const;
    // In the present language; "" where there is none. `form`: "", "short", "image", "guidance" …
    [[nodiscard]] std::string label(NodeId node, std::string_view form = {}) const;
    [[nodiscard]] std::string hint(NodeId node, std::string_view form = {}) const;
    // Why it is not valid, or why it is required.
    [[nodiscard]] std::string message(NodeId node) const;
    [[nodiscard]] std::vector<Choice> choices(NodeId node) const;
    [[nodiscard]] const std::string& language() const;

    struct Fault {
        NodeId node = kNone;
        enum class Why : std::uint8_t { missing, invalid } why = Why::missing;
    };
    // All that stands against finishing, in document order.
    [[nodiscard]] std::vector<Fault> faults() const;
    // Formulas that could not be computed (a date that is none …), each once: path and sentence.
    [[nodiscard]] std::vector<std::string> troubles() const;

    // Why there are fewer repeats than were asked for, since the last call; "" where there are as many.
    std::string takeOverflow();

    // Evaluates an expression at a node, for tools and tests: "number 3", as plumb form eval prints it, or the
    // complaint.
    Result<std::string> evaluate(std::string_view expression, NodeId at);

    // The data as XForms XML. Nodes that are not relevant are left out, as ODK's clients do on submission, unless
    // `all`.
    [[nodiscard]] std::string toXml(bool all = false) const;
    // Texts by path, blank ones left out: what a draft keeps and a record says.
    [[nodiscard]] std::map<std::string, std::string> toPaths(bool all = true) const;
    // REQUIRES of both: options.restored, and nothing was set before.
    // Sets what a draft kept: repeats are made as needed. Paths that this form does not have, or whose text it cannot
    // take, are given back.
    std::vector<std::string> load(const std::map<std::string, std::string>& texts);
    // The same where the nodes are known; gives back those whose text is not of their type.
    std::vector<NodeId> put(const std::vector<std::pair<NodeId, std::string>>& texts);

  private:
    class Core;
    std::unique_ptr<Core> m_core;
};

}  // namespace plumb::form
