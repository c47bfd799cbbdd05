// Forms of choices whose labels hold answers, filters, several languages and repeats, made from the input and then
// played: never a crash, never without end; what is calculated is what its formula gives once more, and what is kept
// can be put back.
#include <array>
#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <string>

#include "shared/form/fill/filling.h"
#include "shared/form/xform/read_xform.h"

namespace {

using namespace plumb::form;

// Bytes as choices; 0 once they are used up.
class Dice {
  public:
    Dice(const std::uint8_t* data, std::size_t size) : m_data(data), m_left(size) {}
    std::size_t operator()(std::size_t sides) {
        if (m_left == 0) return 0;
        --m_left;
        return *m_data++ % sides;
    }
    [[nodiscard]] bool done() const { return m_left == 0; }

  private:
    const std::uint8_t* m_data;
    std::size_t m_left;
};

constexpr std::size_t kQuestions = 6;  // from the fourth on in the repeat
constexpr std::array<const char*, 4> kNames{"a", "b", "c", "a c"};

std::string pathOf(std::size_t question) {
    return (question < 3 ? "/data/q" : "/data/r/q") + std::to_string(question);
}

class Maker {
  public:
    explicit Maker(Dice& dice) : m_dice(dice) {}

    std::string form() {
        std::string data, inRepeat, binds, body, repeatBody;
        for (std::size_t q = 0; q < kQuestions; ++q) {
            const auto name = "q" + std::to_string(q);
            (q < 3 ? data : inRepeat) += "<" + name + ">" + (m_dice(2) ? kNames[m_dice(4)] : "") + "</" + name + ">";
            (q < 3 ? body : repeatBody) += question(q);
            binds += "<bind nodeset=\"" + pathOf(q) + "\"" + attribute("relevant", 6) + attribute("constraint", 5) +
                     attribute("required", 8) +
                     (m_dice(3) ? "" : " jr:constraintMsg=\"jr:itext('t" + digit(4) + "')\"") +
                     (m_dice(6) ? "" : " type=\"int\"") + "/>";
        }
        for (std::size_t n = 0; n < 3; ++n) {
            const auto name = "n" + std::to_string(n);
            (n < 2 ? data : inRepeat) += "<" + name + "/>";
            binds += "<bind nodeset=\"" + std::string(n < 2 ? "/data/" : "/data/r/") + name + "\" calculate=\"" +
                     expression(0) + "\"/>";
        }
        const bool counted = m_dice(4) == 0;
        const std::string repeats(m_dice(3), 'r');
        for (std::size_t i = 0; i <= repeats.size(); ++i)
            data += (i == 0 ? "<r jr:template=\"\">" : "<r>") + inRepeat + "</r>";
        if (m_dice(4) == 0) binds += "<bind nodeset=\"/data/r\" relevant=\"position() &gt; " + digit(3) + "\"/>";
        return R"(<h:html xmlns="http://www.w3.org/2002/xforms" xmlns:h="http://www.w3.org/1999/xhtml" )"
               R"(xmlns:jr="http://openrosa.org/javarosa"><h:head><h:title>t</h:title><model><itext>)" +
               translation("en") + translation("zh") + "</itext><instance><data id=\"t\">" + data +
               "</data></instance><instance id=\"l\"><root>" + items() + "</root></instance>" + binds +
               "</model></h:head><h:body>" + body + "<group ref=\"/data/r\"><repeat nodeset=\"/data/r\"" +
               (counted ? " jr:count=\"string-length(/data/q0) + " + digit(3) + "\"" : "") + ">" + repeatBody +
               "</repeat></group></h:body></h:html>";
    }

  private:
    std::string digit(std::size_t sides) { return std::to_string(m_dice(sides)); }
    std::string asked() { return pathOf(m_dice(kQuestions)); }

    std::string attribute(const char* name, std::size_t seldom) {
        return m_dice(seldom) ? "" : " " + std::string(name) + "=\"" + expression(0) + "\"";
    }

    std::string expression(int depth) {
        switch (m_dice(depth > 1 ? 4 : 12)) {
            case 0:
                return "'" + std::string(kNames[m_dice(4)]) + "'";
            case 1:
                return asked();
            case 2:
                return "../q" + digit(kQuestions);
            case 3:
                return "jr:itext('t" + digit(4) + "')";
            case 4:
                return "jr:choice-name(" + expression(depth + 1) + ", '" + asked() + "')";
            case 5:
                return "jr:choice-name(" + expression(depth + 1) + ", concat('/data/q', '" + digit(3) + "'))";
            case 6:
                return "concat(" + expression(depth + 1) + ", " + expression(depth + 1) + ")";
            case 7:
                return expression(depth + 1) + (m_dice(2) ? " = " : " != ") + expression(depth + 1);
            case 8:
                return "jr:itext(concat('t', string-length(" + expression(depth + 1) + ")))";
            case 9:
                return "position(..) " + std::string(m_dice(2) ? "&gt; " : "= ") + digit(3);
            case 10:
                return "count(/data/r[q3 = " + expression(depth + 1) + "])";
            default:
                return "instance('l')/root/item[name = " + expression(depth + 1) + "]/name";
        }
    }

    std::string words() {
        std::string all = kNames[m_dice(4)];
        for (auto outputs = m_dice(2); outputs > 0; --outputs) all += "<output value=\"" + expression(0) + "\"/>";
        return all;
    }

    std::string translation(const char* language) {
        std::string all;
        for (std::size_t i = 0; i < 4; ++i)
            all += "<text id=\"t" + std::to_string(i) + "\"><value>" + words() + "</value></text>";
        return "<translation lang=\"" + std::string(language) + "\">" + all + "</translation>";
    }

    std::string items() {
        std::string all;
        for (std::size_t i = 0; i < 4; ++i)
            all += "<item><id>t" + digit(5) + "</id><name>" + kNames[m_dice(3)] + "</name></item>";
        return all;
    }

    std::string label() {
        return m_dice(2) ? "<label>" + words() + "</label>" : "<label ref=\"jr:itext('t" + digit(4) + "')\"/>";
    }

    std::string question(std::size_t q) {
        const std::string name = m_dice(3) ? "select1" : "select";
        std::string choices;
        if (m_dice(2)) {
            for (std::size_t i = 0; i < 3; ++i)
                choices += "<item>" + label() + "<value>" + kNames[i] + "</value></item>";
        } else {
            choices = "<itemset nodeset=\"instance('l')/root/item" +
                      (m_dice(2) ? "[name != " + expression(0) + "]" : std::string()) + "\"><value ref=\"name\"/>" +
                      (m_dice(4) ? "<label ref=\"jr:itext(id)\"/>" : "<label ref=\"id\"/>") + "</itemset>";
        }
        return "<" + name + " ref=\"" + pathOf(q) + "\">" + label() + "<hint>" + words() + "</hint>" + choices + "</" +
               name + ">";
    }

    Dice& m_dice;
};

[[noreturn]] void broken(const char* what, const std::string& detail) {
    std::fprintf(stderr, "%s: %s\n", what, detail.c_str());
    std::abort();
}

void lookAt(Filling& filling) {
    const auto& tree = filling.tree();
    for (NodeId node = 1; node < tree.size(); ++node) {
        if (!tree[node].alive) continue;
        static_cast<void>(filling.label(node));
        static_cast<void>(filling.hint(node));
        static_cast<void>(filling.message(node));
        static_cast<void>(filling.choices(node));
    }
    static_cast<void>(filling.faults());
    static_cast<void>(filling.toXml());
}

// A calculation that stands for good says what its formula says. (One that was in trouble keeps what it said before;
// whom a computed name asks is not watched.)
void checkCalculated(Filling& filling) {
    if (!filling.troubles().empty()) return;
    const auto& definition = filling.definition();
    const auto& tree = filling.tree();
    for (NodeId node = 1; node < tree.size(); ++node) {
        const auto& one = tree[node];
        if (!one.alive || !one.relevant || one.def == kNone || definition.nodes[one.def].calculate == kNone) continue;
        const auto& source = definition.formulas[definition.nodes[one.def].calculate].source;
        const auto again = filling.evaluate("string(" + source + ")", node);
        if (again && *again != "string \"" + one.text + "\"" && filling.troubles().empty())
            broken("stale", tree.path(node) + " = " + source + ": has \"" + one.text + "\", is " + *again);
    }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    Dice dice(data, size);
    const auto text = Maker(dice).form();
    const bool computedNames = text.find("concat('/data/q'") != std::string::npos;
    const auto read = readXform(text);
    if (!read.definition) return 0;
    FillingOptions options;
    options.clock = [] { return plumb::Instant{}; };
    options.seed = 1;
    options.mostNodes = 150;
    Filling filling(read.definition, options);
    lookAt(filling);
    const auto repeat = read.definition->find("/data/r");
    for (int step = 0; step < 4 && !dice.done(); ++step) {
        const auto& tree = filling.tree();
        const NodeId node = static_cast<NodeId>(1 + dice(tree.size()));
        Changes changes;
        switch (dice(8)) {
            case 0:
                static_cast<void>(filling.add(filling.find("/data"), repeat, changes));
                break;
            case 1:
                if (node < tree.size()) static_cast<void>(filling.remove(node));
                break;
            case 2:
                static_cast<void>(filling.setLanguage(dice(2) ? "en" : "zh"));
                break;
            default:
                // What is set over a calculation stands until that is made again.
                if (node < tree.size() && tree[node].def != kNone &&
                    read.definition->nodes[tree[node].def].calculate == kNone)
                    static_cast<void>(filling.set(node, kNames[dice(4)]));
        }
        lookAt(filling);
        if (!computedNames) checkCalculated(filling);
    }
    const auto kept = filling.toPaths();
    options.restored = true;
    options.language = filling.language();
    Filling again(read.definition, options);
    static_cast<void>(again.load(kept));
    lookAt(again);
    return 0;
}
