#include <algorithm>
#include <array>
#include <sstream>

#include "shared/form/xform/read_xform_reader.h"

namespace plumb::form {
namespace {

constexpr std::array<std::string_view, 4> kEvents{"odk-instance-first-load", "odk-instance-load", "odk-new-repeat",
                                                  "xforms-value-changed"};

// Names of before the specification had its own.
std::string presentName(const std::string& event) {
    if (event == "jr-insert") return "odk-new-repeat";
    if (event == "xforms-ready") return "odk-instance-first-load";
    return event;
}

// "/data/plot[position() = 1]/area" → "/data/plot/area"
std::string withoutPredicates(std::string_view path) {
    std::string out;
    int depth = 0;
    for (const char c : path) {
        if (c == '[') ++depth;
        if (depth == 0) out += c;
        if (c == ']') --depth;
    }
    return out;
}

}  // namespace

bool XformReader::isAction(std::string_view name) {
    return name == "setvalue" || name == "setgeopoint" || name == "recordaudio" || name == "setlocation" ||
           name == "pollsensor";
}

void XformReader::action(const pugi::xml_node& element, const Place& place, std::uint32_t source) {
    const std::string_view kind = localName(element);
    if (kind != "setvalue" && kind != "setgeopoint" && kind != "setlocation")
        return unsupported(element, "<" + std::string(element.name()) + "> is not done");
    if (kind == "setgeopoint") {
        const std::string_view full = element.name();
        const auto colon = full.find(':');
        const std::string_view prefix = colon == std::string_view::npos ? std::string_view() : full.substr(0, colon);
        if (uriOf(element, prefix) != kOdk)
            return problem(element, "<" + std::string(full) + "> is not in the namespace " + std::string(kOdk),
                           "write <odk:setgeopoint> and declare the prefix");
    }
    Action made;
    made.kind = kind == "setvalue" ? Action::Kind::setValue : Action::Kind::setGeopoint;
    made.origin = origin(element);
    made.repeat = place.repeat;
    made.source = source;

    std::string events;
    for (const auto& attribute : element.attributes()) {
        if (localName(std::string_view(attribute.name())) == "event") events = attribute.value();
    }
    std::istringstream words(events);
    for (std::string word; words >> word;) {
        word = presentName(word);
        if (std::ranges::find(kEvents, word) == kEvents.end())
            return problem(element, "an action is for the event '" + word + "', which is unknown",
                           "known are odk-instance-first-load, odk-instance-load, odk-new-repeat and "
                           "xforms-value-changed");
        if (word == "odk-new-repeat" && place.repeat == kNone)
            problem(element, "odk-new-repeat happens only to an action inside a <repeat>");
        if (word == "xforms-value-changed" && source == kNone)
            problem(element, "xforms-value-changed happens only to an action inside a question");
        made.events.push_back(std::move(word));
    }
    if (made.events.empty()) return problem(element, "an action has no event");

    const auto before = m_result.problems.size();
    const std::string ref = element.attribute("ref").value();
    if (ref.find('[') == std::string::npos) {
        made.target = reference(element, place.def, "the action");
    } else {
        made.target = nodeAt(element, withoutPredicates(ref), place.def, "the action");
        made.which = formula(element, ref, "ref");
    }
    if (made.target == kNone) {
        if (!element.attribute("ref") && !element.attribute("bind")) return problem(element, "an action has no ref");
        return leaveOut(before);
    }
    if (made.kind == Action::Kind::setValue) {
        if (const auto value = element.attribute("value"); value && !trimmed(value.value()).empty()) {
            made.value = formula(element, value.value(), "value");
        } else if (const std::string text = textIn(element); !text.empty()) {
            made.literal = element.text().get();
        }
    }
    m_definition->actions.push_back(std::move(made));
}

}  // namespace plumb::form
