// What the parts of the XForms reader share while one form is read; read_xform.h is the room's door to it. The parts:
// read_xform.cpp (the whole, the model's frame), _instance (the data's shape), _initials (how its repeats begin),
// _itext (texts), _bind, _body, _action.
#pragma once

#include <pugixml.hpp>
#include <set>
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "shared/form/xform/attached_instance.h"
#include "shared/form/xform/read_xform.h"

namespace plumb::form {

inline constexpr std::string_view kJavaRosa = "http://openrosa.org/javarosa";
inline constexpr std::string_view kOdk = "http://www.opendatakit.org/xforms";
inline constexpr std::string_view kXhtml = "http://www.w3.org/1999/xhtml";

// Without its prefix.
std::string_view localName(std::string_view name);
std::string_view localName(const pugi::xml_node& node);
// An element of the body that asks something: no group, repeat or question stands in it.
bool isQuestion(std::string_view name);
// The namespace that a prefix ("" the default) stands for where `node` is; "" when none is declared.
std::string_view uriOf(pugi::xml_node node, std::string_view prefix);
// An attribute by its namespace, whatever its prefix; null when there is none.
pugi::xml_attribute attributeOf(const pugi::xml_node& node, std::string_view uri, std::string_view name);
pugi::xml_node childOf(const pugi::xml_node& node, std::string_view name);
// The one child of an element in which nothing but words stand; null for others.
pugi::xml_node onlyWords(const pugi::xml_node& node);
// All text in it, without the white space around.
std::string textIn(const pugi::xml_node& node);
std::string trimmed(std::string_view text);
// The id in "jr:itext('id')"; nothing for anything else.
std::string itextId(std::string_view reference);

class XformReader {
  public:
    explicit XformReader(const AttachedFiles& files);
    ReadForm read(std::string_view xml);
    static bool isTemplate(const pugi::xml_node& node);

  private:
    // --- read_xform.cpp ---
    void form(const pugi::xml_node& top);
    void model(const pugi::xml_node& model);
    void submission(const pugi::xml_node& element);
    [[nodiscard]] Origin origin(const pugi::xml_node& node) const;
    void problem(const Origin& where, std::string sentence, std::string suggestion = {});
    void problem(const pugi::xml_node& node, std::string sentence, std::string suggestion = {});
    void warn(const pugi::xml_node& node, const std::string& sentence);
    void unsupported(const pugi::xml_node& node, const std::string& sentence);
    // "/data/group/x" of a path as written, seen from the node at `context`; "" where it is no plain path.
    static std::string absolute(std::string_view path, std::string_view context);
    // The node that it means, or a problem.
    std::uint32_t nodeAt(const pugi::xml_node& where, std::string_view path, std::uint32_t context,
                         std::string_view what);
    std::string suggestPath(std::string_view path);
    FormulaId formula(const pugi::xml_node& node, std::string_view source, std::string_view what);

    // --- read_xform_instance.cpp ---
    void collectRepeats(const pugi::xml_node& body, const std::string& context);
    void primary(const pugi::xml_node& top);
    void children(const pugi::xml_node& element, std::uint32_t def, const std::string& path);
    void repeats(const pugi::xml_node& first, std::uint32_t parent, const std::string& path);
    void leaf(const pugi::xml_node& element, std::uint32_t def);
    void tooManyNodes(const pugi::xml_node& node);
    void attributes(const pugi::xml_node& element, std::uint32_t def, bool top);
    void declare(const pugi::xml_node& element, std::string_view name);
    void secondary(const pugi::xml_node& instance);

    // --- read_xform_initials.cpp; once all of the data's shape is known ---
    // Of an element, which stands for `def`: what it has that the template has not; with nothing to put it into, what
    // it says of the repeats in it is what the template says.
    void initials(const pugi::xml_node& element, std::uint32_t def, InitialRepeat* into);
    void repeatInitials(const pugi::xml_node& first, std::uint32_t def, InitialRepeat* into);
    void ownTexts(const pugi::xml_node& element, std::uint32_t def, InitialRepeat& into) const;

    // --- read_xform_itext.cpp ---
    void itext(const pugi::xml_node& element);
    void translation(const pugi::xml_node& element, const std::string& language);
    TextPieces pieces(const pugi::xml_node& element);
    // Words that are the same in all languages; the same words are one text, since forms say "Yes" a thousand times.
    TextId plain(std::string words);
    void collect(const pugi::xml_node& element, TextPieces& to);
    // Of a label or hint: of its ref, or what stands in it.
    TextId text(const pugi::xml_node& element);
    // Of a message: "jr:itext('id')" or words.
    TextId message(const pugi::xml_node& node, std::string_view words);
    TextId itextOf(const pugi::xml_node& node, const std::string& id);

    // --- read_xform_bind.cpp ---
    void bind(const pugi::xml_node& element);
    void bindAttribute(const pugi::xml_node& element, const pugi::xml_attribute& attribute, std::uint32_t def);

    // --- read_xform_body.cpp ---
    struct Place {
        std::uint32_t control = kNone;  // whose children these are
        std::uint32_t def = kNone;      // what relative paths start at
        std::uint32_t repeat = kNone;   // the nearest repeat around
    };
    void body(const pugi::xml_node& element, const Place& place);
    void group(const pugi::xml_node& element, const Place& place);
    void repeat(const pugi::xml_node& element, const Place& place, const pugi::xml_node& wrapping);
    void question(const pugi::xml_node& element, ControlKind kind, const Place& place);
    void select(const pugi::xml_node& element, std::uint32_t control);
    void item(const pugi::xml_node& element, Control& control);
    void itemset(const pugi::xml_node& element, Control& control);
    void externalItemset(const pugi::xml_node& element, std::uint32_t control);
    void labelAndHint(const pugi::xml_node& element, std::uint32_t control);
    void alert(const pugi::xml_node& element, std::uint32_t control);
    void choiceType(const pugi::xml_node& element, std::uint32_t def, ControlKind kind);
    std::uint32_t reference(const pugi::xml_node& element, std::uint32_t context, std::string_view what);
    // What came up since then keeps one question or action out, not the whole form. A form that is refused for
    // something else names it among its problems.
    void leaveOut(std::size_t since);
    std::uint32_t addControl(const pugi::xml_node& element, ControlKind kind, std::uint32_t def, const Place& place);

    // --- read_xform_action.cpp ---
    static bool isAction(std::string_view name);
    void action(const pugi::xml_node& element, const Place& place, std::uint32_t source);

    ReadForm m_result;
    std::vector<Problem> m_leftOut;
    std::shared_ptr<Definition> m_definition;
    std::vector<std::size_t> m_lines;                        // where each line begins
    std::unordered_map<std::string, std::string> m_bindIds;  // bind id → nodeset
    std::unordered_set<std::string> m_repeats;               // nodesets of the body's repeats
    bool m_tooMany = false;
    std::unordered_set<std::uint32_t> m_initialsKnown;  // repeats whose template initials() has seen
    std::vector<char> m_bound;                          // per node: whether it has a bind
    std::unordered_map<std::string, std::set<std::string>> m_textLanguages;  // itext id → languages it is in
    std::unordered_set<std::string> m_texts;                                 // itext ids already complained of
    std::unordered_map<std::string, TextId> m_plain;
    std::vector<std::string> m_paths;  // all paths, for suggestions; made when the first is needed
};

}  // namespace plumb::form
