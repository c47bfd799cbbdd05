#include "shared/form/definition/bind_paths.h"

#include <algorithm>
#include <unordered_set>
#include <utility>

#include "shared/form/definition/tuning.h"
#include "shared/form/xpath/functions.h"
#include "shared/form/xpath/parse.h"

namespace plumb::form {
namespace {

using xpath::Axis;
using xpath::Path;
using xpath::Place;
using xpath::Step;
using xpath::Test;

constexpr std::uint32_t kTop = kNone - 1;  // the root node above node 0

// The nodes that a path can have reached.
struct Spot {
    bool foreign = false;             // in another instance: nothing here is read
    std::vector<std::uint32_t> defs;  // ascending, each once
    std::uint32_t pin = kNone;        // in the same instance of this repeat as the node that is computed
    std::uint32_t basePin = kNone;    // in the same instance of this repeat as the node where the path starts
    bool filtered = false;
};

// Texts that an expression asks for by name, and these for others.
struct AskedTexts {
    std::unordered_set<TextId> known;
    std::vector<TextId> waiting;  // to be looked into
};

class Binder {
  public:
    Binder(const Definition& definition, std::uint32_t context, xpath::Expression& expression, Reads* reads,
           AskedTexts& texts)
        : m_definition(definition), m_expression(expression), m_reads(reads), m_texts(texts) {
        m_target.defs = {context};
        m_target.pin = m_target.basePin = definition.nodes[context].repeat;
    }

    std::vector<std::string> run() {
        visit(m_expression.root, m_target, false);
        return std::move(m_complaints);
    }

  private:
    [[nodiscard]] const NodeDef& node(std::uint32_t def) const { return m_definition.nodes[def]; }

    [[nodiscard]] bool above(std::uint32_t ancestor, std::uint32_t def) const {
        for (; def != kNone && def != kTop; def = node(def).parent) {
            if (def == ancestor) return true;
        }
        return false;
    }
    // The innermost repeat, from `pin` outwards, that all of `defs` stand in.
    [[nodiscard]] std::uint32_t outerPin(std::uint32_t pin, const std::vector<std::uint32_t>& defs) const {
        while (pin != kNone &&
               !std::all_of(defs.begin(), defs.end(), [&](std::uint32_t def) { return above(pin, def); })) {
            const auto parent = node(pin).parent;
            pin = parent == kNone ? kNone : node(parent).repeat;
        }
        return pin;
    }

    // Visits a part for its effects; gives the nodes where it is a path.
    Spot visit(Place place, const Spot& context, bool gathers) {
        const auto& part = m_expression.parts[place];
        switch (part.kind) {
            case xpath::Kind::number:
            case xpath::Kind::text:
                return {};
            case xpath::Kind::chain:
            case xpath::Kind::negate:
                for (const auto& operand : m_expression.operandsOf(part)) visit(operand.place, context, false);
                return {};
            case xpath::Kind::unionOf: {
                Spot all;
                all.foreign = true;
                for (const auto& operand : m_expression.operandsOf(part)) {
                    auto one = visit(operand.place, context, gathers);
                    if (!one.foreign) all.foreign = false;
                    all.defs.insert(all.defs.end(), one.defs.begin(), one.defs.end());
                }
                normalise(all.defs);
                return all;
            }
            case xpath::Kind::path:
                return visitPath(part.first, context, gathers);
            case xpath::Kind::call:
                return visitCall(place, context);
        }
        return {};
    }

    Spot visitCall(Place place, const Spot& context) {
        const auto& part = m_expression.parts[place];
        const auto operands = m_expression.operandsOf(part);
        const auto* function = part.function;
        const auto name = function->name;
        if (name == "current") return m_target;
        if (name == "position" && operands.size() == 1 && leadsAround(operands[0].place)) {
            visitPlace(operands[0].place, context);
            return {};
        }
        Spot first, second;
        for (std::size_t i = 0; i < operands.size(); ++i) {
            auto one = visit(operands[i].place, context, function->gathersAt(i, operands.size()));
            if (i < 2) (i == 0 ? first : second) = std::move(one);
        }
        if (name == "position" && !operands.empty()) {
            for (const auto def : first.defs) {
                if (def != kTop && node(def).kind == NodeKind::repeat) read(def, first.pin, true, first.filtered);
            }
        }
        if ((name == "position" || name == "last") && operands.empty() && context.defs.size() == 1 &&
            context.defs[0] != kTop) {
            const auto def = context.defs[0];
            // Outside a predicate it is where one stands; inside, how many of the others are shown before it.
            if (node(def).repeat != kNone && &context == &m_target && name == "position")
                standing(node(def).repeat, context.pin);
            else if (node(def).repeat != kNone)
                read(node(def).repeat, context.pin, true, context.filtered);
        }
        if (name == "jr:choice-name") askQuestion(operands[1].place, std::move(second));
        if (name == "jr:itext") askText(operands[0].place);
        if (name == "instance") {
            Spot foreign;
            foreign.foreign = true;
            return foreign;
        }
        return name == "randomize" ? first : Spot{};
    }

    // "..", "../..", "." and the like: those around whoever asks, which are there whether they are shown or not.
    [[nodiscard]] bool leadsAround(Place place) const {
        const auto isCurrent = [&](Place one) {
            const auto& part = m_expression.parts[one];
            return part.kind == xpath::Kind::call && part.function->name == "current";
        };
        if (isCurrent(place)) return true;
        const auto& part = m_expression.parts[place];
        if (part.kind != xpath::Kind::path) return false;
        const auto& path = m_expression.pathOf(part);
        if (path.start == Path::Start::root || !path.predicates.empty()) return false;
        if (path.start == Path::Start::expression && !isCurrent(path.from)) return false;
        return std::all_of(path.steps.begin(), path.steps.end(), [](const Step& step) {
            return (step.axis == Axis::parent || step.axis == Axis::self) && step.predicates.empty();
        });
    }
    // Their position is read, and nothing of what they hold.
    void visitPlace(Place place, const Spot& context) {
        auto* const reads = std::exchange(m_reads, nullptr);
        const auto spot = visit(place, context, false);
        m_reads = reads;
        for (const auto def : spot.defs) {
            if (def != kTop && node(def).kind == NodeKind::repeat) standing(def, spot.pin);
        }
    }
    void standing(std::uint32_t def, std::uint32_t pin) {
        if (m_reads) add({.def = def, .pin = pin, .structure = true, .place = true});
    }

    // The question that jr:choice-name() is about, named by a text or by its path: what its choices are called is read.
    void askQuestion(Place place, Spot asked) {
        if (!m_reads) return;
        const auto& part = m_expression.parts[place];
        if (part.kind == xpath::Kind::text) {
            auto path = xpath::parse(m_expression.textOf(part));
            if (!path || path->parts[path->root].kind != xpath::Kind::path) return;
            Binder inner(m_definition, m_target.defs[0], *path, nullptr, m_texts);
            asked = inner.visit(path->root, inner.m_target, false);
        } else if (part.kind != xpath::Kind::path) {
            m_reads->anyText = true;
        }
        for (const auto def : asked.defs) {
            if (def == kTop) continue;
            add({.def = def, .pin = asked.pin, .filtered = asked.filtered, .words = true});
            readRepeats(def, asked.pin, asked.filtered);
        }
    }

    // A text that is named by its id: what stands in it is read.
    void askText(Place place) {
        if (!m_reads) return;
        const auto& part = m_expression.parts[place];
        const auto found = part.kind == xpath::Kind::text ? m_definition.itext.find(m_expression.textOf(part))
                                                          : m_definition.itext.end();
        if (part.kind != xpath::Kind::text) m_reads->anyText = true;
        if (found != m_definition.itext.end() && m_texts.known.insert(found->second).second)
            m_texts.waiting.push_back(found->second);
    }

    static void normalise(std::vector<std::uint32_t>& defs) {
        std::sort(defs.begin(), defs.end());
        defs.erase(std::unique(defs.begin(), defs.end()), defs.end());
    }

    Spot visitPath(std::uint32_t index, const Spot& context, bool gathers) {
        if (visitStraight(m_expression.paths[index])) {
            Spot straight;
            straight.defs = {m_expression.paths[index].direct};
            return straight;
        }
        Spot spot;
        const auto start = m_expression.paths[index].start;
        bool plain = true;  // names, "." and ".." only
        switch (start) {
            case Path::Start::root:
                spot.defs = {kTop};
                break;
            case Path::Start::context:
                spot = context;
                spot.basePin =
                    context.defs.size() == 1 && context.defs[0] != kTop ? node(context.defs[0]).repeat : kNone;
                plain = context.defs.size() == 1;
                break;
            case Path::Start::expression: {
                const auto from = m_expression.paths[index].from;
                spot = visit(from, context, false);
                const auto& part = m_expression.parts[from];
                const bool current = part.kind == xpath::Kind::call && part.function->name == "current";
                m_expression.paths[index].fromCurrent = current;
                plain = current && m_expression.paths[index].predicates.empty();
                const auto predicates = m_expression.paths[index].predicates;
                for (const Place predicate : predicates) visit(predicate, spot, false);
                spot.filtered = spot.filtered || !predicates.empty();
                break;
            }
        }
        // Which repeats an absolute path may take as the context's own.
        const bool mayPin = start == Path::Start::root && !gathers;
        std::vector<std::uint32_t> own;
        const auto& base = !context.foreign && context.defs.size() == 1 ? context : m_target;
        if (mayPin && base.defs[0] != kTop) own = repeatsOf(m_definition, base.defs[0]);
        const std::size_t count = m_expression.paths[index].steps.size();
        for (std::size_t i = 0; i < count; ++i) {
            auto& step = m_expression.paths[index].steps[i];
            if (step.test == Test::name) step.nameId = m_definition.names->intern(step.name);
            const auto predicates = step.predicates;
            const Axis axis = step.axis;
            if (axis != Axis::child && axis != Axis::self && axis != Axis::parent) plain = false;
            if (!predicates.empty() || (axis == Axis::child && step.test != Test::name)) plain = false;
            if (!spot.foreign) {
                take(step, spot);
                if (mayPin && plain && i + 1 < count && spot.defs.size() == 1 &&
                    std::find(own.begin(), own.end(), spot.defs[0]) != own.end()) {
                    step.pinned = spot.defs[0];
                    spot.basePin = spot.defs[0];
                    spot.pin =
                        &base == &m_target || base.pin == base.basePin ? spot.defs[0] : outerPin(base.pin, spot.defs);
                }
            }
            for (const Place predicate : predicates) visit(predicate, spot, false);
            spot.filtered = spot.filtered || !predicates.empty();
        }
        if (spot.foreign) return spot;
        for (const auto def : spot.defs) {
            if (def != kTop) read(def, spot.pin, false, spot.filtered);
        }
        auto& path = m_expression.paths[index];
        if (plain && spot.defs.size() == 1 && spot.defs[0] != kTop && node(spot.defs[0]).kind != NodeKind::attribute &&
            node(spot.defs[0]).repeat == spot.basePin) {
            path.direct = spot.defs[0];
            path.pin = spot.basePin;
            path.down.clear();
            for (auto def = path.direct; def != path.pin && node(def).parent != kNone; def = node(def).parent)
                path.down.insert(path.down.begin(), node(def).ordinal);
            path.steps = {};  // never walked
        }
        const bool everyOne = gathers && plain && spot.defs.size() == 1 && spot.defs[0] != kTop && spot.pin == kNone &&
                              !spot.filtered && path.direct == kNone;
        if (everyOne && start != Path::Start::expression) path.total = spot.defs[0];
        return spot;
    }

    // An absolute path of names only to a node that stands in no repeat, as most are: straight down.
    bool visitStraight(Path& path) {
        if (path.start != Path::Start::root || path.steps.empty()) return false;
        std::uint32_t at = kTop;
        for (auto& step : path.steps) {
            if (step.axis != Axis::child || step.test != Test::name || !step.predicates.empty()) return false;
            step.nameId = m_definition.names->intern(step.name);
            at = m_definition.child(at == kTop ? kNone : at, step.nameId, false);
            if (at == kNone || node(at).repeat != kNone) return false;
        }
        path.direct = at;
        path.steps = {};  // never walked
        read(at, kNone, false, false);
        return true;
    }

    void children(std::uint32_t def, std::vector<std::uint32_t>& into) const {
        if (def == kTop) {
            into.push_back(0);
        } else {
            into.insert(into.end(), node(def).children.begin(), node(def).children.end());
        }
    }
    void below(std::uint32_t def, std::vector<std::uint32_t>& into) const {
        std::vector<std::uint32_t> waiting;
        children(def, waiting);
        while (!waiting.empty()) {
            const auto one = waiting.back();
            waiting.pop_back();
            into.push_back(one);
            children(one, waiting);
        }
    }

    // One step over the definition's own tree.
    void take(const Step& step, Spot& spot) {
        std::vector<std::uint32_t> reached;
        bool inwards = true;  // stays below where it was
        for (const auto def : spot.defs) {
            const auto parent = def == kTop ? kNone : node(def).parent == kNone ? kTop : node(def).parent;
            switch (step.axis) {
                case Axis::child:
                    children(def, reached);
                    break;
                case Axis::attribute:
                    if (def != kTop)
                        reached.insert(reached.end(), node(def).attributes.begin(), node(def).attributes.end());
                    break;
                case Axis::self:
                    reached.push_back(def);
                    break;
                case Axis::descendantOrSelf:
                    reached.push_back(def);
                    below(def, reached);
                    break;
                case Axis::descendant:
                    below(def, reached);
                    break;
                case Axis::parent:
                    inwards = false;
                    if (parent != kNone) reached.push_back(parent);
                    break;
                case Axis::ancestor:
                case Axis::ancestorOrSelf:
                    inwards = false;
                    if (step.axis == Axis::ancestorOrSelf) reached.push_back(def);
                    for (auto at = def; at != kTop && at != kNone;) {
                        at = node(at).parent == kNone ? kTop : node(at).parent;
                        reached.push_back(at);
                    }
                    break;
                case Axis::followingSibling:
                case Axis::precedingSibling:
                    inwards = false;
                    if (parent != kNone) children(parent, reached);
                    break;
                case Axis::following:
                case Axis::preceding:
                    inwards = false;
                    below(kTop, reached);
                    break;
            }
        }
        std::erase_if(reached, [&](std::uint32_t def) {
            if (step.test == Test::name) return def == kTop || node(def).nameId != step.nameId;
            return step.test == Test::any && def == kTop;
        });
        normalise(reached);  // of what is left: a group may hold thousands
        if (reached.empty() && !spot.defs.empty() && step.test == Test::name)
            m_complaints.push_back("there is no \"" + step.name + "\" where \"" + m_expression.source +
                                   "\" looks for it");
        if (!inwards) {
            // What lies beside may stand in other instances of the repeat: only what is around both is the same.
            auto around = reached;
            if (step.axis == Axis::followingSibling || step.axis == Axis::precedingSibling) {
                around.clear();
                for (const auto def : spot.defs)
                    around.push_back(def == kTop || node(def).parent == kNone ? kTop : node(def).parent);
            }
            if (std::find(around.begin(), around.end(), kTop) != around.end()) {
                spot.pin = spot.basePin = kNone;
            } else {
                spot.pin = outerPin(spot.pin, around);
                spot.basePin = outerPin(spot.basePin, around);
            }
        }
        spot.defs = std::move(reached);
    }

    void add(const Formula::Read& read) {
        // Most formulas read a node or two; a hash pays for those that read a thousand.
        const auto key = [](const Formula::Read& one) {
            return (std::uint64_t{one.def} << 32) | (std::uint64_t{(one.pin + 1) & 0x0FFF'FFFF} << 4) |
                   (one.structure ? 8u : 0u) | (one.filtered ? 4u : 0u) | (one.place ? 2u : 0u) | (one.words ? 1u : 0u);
        };
        auto& all = m_reads->all;
        if (all.size() <= kFewReads) {
            for (const auto& one : all) {
                if (one == read) return;
            }
        } else {
            if (m_known.empty()) {
                for (const auto& one : all) m_known.insert(key(one));
            }
            if (!m_known.insert(key(read)).second) return;
        }
        all.push_back(read);
    }

    void read(std::uint32_t def, std::uint32_t pin, bool structure, bool filtered) {
        if (!m_reads) return;
        add({.def = def, .pin = pin, .structure = structure, .filtered = filtered});
        readRepeats(def, pin, filtered);
    }
    // How many there are of those on the way to a node.
    void readRepeats(std::uint32_t def, std::uint32_t pin, bool filtered) {
        for (auto at = def; at != kNone; at = node(at).parent) {
            if (at == pin) break;
            if (node(at).kind == NodeKind::repeat)
                add({.def = at, .pin = pin, .structure = true, .filtered = filtered});
        }
    }

    const Definition& m_definition;
    xpath::Expression& m_expression;
    Reads* m_reads;
    std::unordered_set<std::uint64_t> m_known;  // reads
    AskedTexts& m_texts;
    Spot m_target;
    std::vector<std::string> m_complaints;
};

}  // namespace

std::vector<std::uint32_t> repeatsOf(const Definition& definition, std::uint32_t def) {
    std::vector<std::uint32_t> all;
    for (auto at = def; at != kNone; at = definition.nodes[at].parent) {
        if (definition.nodes[at].kind == NodeKind::repeat) all.push_back(at);
    }
    return all;
}

std::vector<std::string> bindPaths(const Definition& definition, std::uint32_t context, xpath::Expression& expression,
                                   Reads* reads) {
    AskedTexts texts;
    auto complaints = Binder(definition, context, expression, reads, texts).run();
    for (auto& part : expression.parts) {
        if (part.kind != xpath::Kind::path) continue;
        const auto& path = expression.pathOf(part);
        part.count = path.direct != kNone && path.pin == kNone ? path.direct + 1 : 0;
    }
    while (reads && !texts.waiting.empty()) {
        const auto text = texts.waiting.back();
        texts.waiting.pop_back();
        if (texts.known.size() > kMostAsked) {
            reads->anyText = true;
            break;
        }
        for (const auto& [language, forms] : definition.texts[text].languages) {
            for (const auto& [form, pieces] : forms.forms) {
                for (const auto& piece : pieces) {
                    if (piece.value == kNone) continue;
                    auto inside = xpath::parse(definition.formulas[piece.value].source);
                    if (inside) (void)Binder(definition, context, *inside, reads, texts).run();
                }
            }
        }
    }
    return complaints;
}

}  // namespace plumb::form
