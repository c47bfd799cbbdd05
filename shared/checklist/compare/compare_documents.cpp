#include "shared/checklist/compare/compare_documents.h"

#include <algorithm>
#include <array>
#include <map>
#include <optional>
#include <set>
#include <utility>

namespace plumb::checklist {
namespace {

using Touches = DocumentChange::Touches;
using Kind = DocumentChange::Kind;

constexpr std::array<std::string_view, 11> kWords{"title",    "about", "text",   "guidance", "label",
                                                  "hint",     "no",    "advice", "version",  "constraint_message",
                                                  "languages"};
// Unique in the whole document: one that stands in another section was moved, and is no other.
constexpr std::array<std::string_view, 3> kAnywhere{"sections", "items", "questions"};

template <class List>
bool holds(const List& list, std::string_view name) {
    return std::find(list.begin(), list.end(), name) != list.end();
}

// How an element of a list is told from the others; "" where by nothing.
std::string keyOf(const json::value& element) {
    if (!element.is_object()) return {};
    const auto& object = element.get_object();
    for (const auto* name : {"id", "name"}) {
        if (auto key = textOr(object, name); !key.empty()) return key;
    }
    const auto ref = textOr(object, "ref"), clause = textOr(object, "clause");
    return clause.empty() ? ref : ref + " " + clause;
}

using Keyed = std::vector<std::pair<std::string, const json::object*>>;

// The elements by their keys; nothing where one has none, or two have the same.
std::optional<Keyed> keyed(const json::value* list) {
    if (list == nullptr) return Keyed{};
    if (!list->is_array()) return std::nullopt;
    Keyed out;
    std::set<std::string> seen;
    for (const auto& element : list->get_array()) {
        auto key = keyOf(element);
        if (key.empty() || !seen.insert(key).second) return std::nullopt;
        out.emplace_back(std::move(key), &element.get_object());
    }
    return out;
}

json::value labelOf(const json::object& object) {
    for (const auto* name : {"title", "text", "label"}) {
        if (const auto* label = object.if_contains(name)) return *label;
    }
    return nullptr;
}

// A text of all languages is written as plain text, too; a whole number as a number with a point.
bool same(const json::value& a, const json::value& b) {
    if (a.is_string() != b.is_string() && (a.is_object() || b.is_object())) {
        const auto& text = a.is_string() ? a : b;
        const auto& other = a.is_string() ? b : a;
        if (!text.is_string() || !other.is_object() || other.get_object().empty()) return false;
        return std::all_of(other.get_object().begin(), other.get_object().end(),
                           [&](const auto& member) { return member.value() == text; });
    }
    if (a.is_number() && b.is_number()) return a.to_number<double>() == b.to_number<double>();
    return a == b;
}

// Positions that stay as they are to each other; the others were moved.
std::set<std::size_t> longestRise(const std::vector<std::size_t>& places) {
    std::vector<std::size_t> ends, before(places.size(), places.size());
    for (std::size_t i = 0; i < places.size(); ++i) {
        const auto at = std::lower_bound(ends.begin(), ends.end(), places[i],
                                         [&](std::size_t end, std::size_t place) { return places[end] < place; });
        if (at != ends.begin()) before[i] = *std::prev(at);
        if (at == ends.end())
            ends.push_back(i);
        else
            *at = i;
    }
    std::set<std::size_t> out;
    for (auto i = ends.empty() ? places.size() : ends.back(); i < places.size(); i = before[i]) out.insert(i);
    return out;
}

class Comparison {
  public:
    Comparison(const json::object& older, const json::object& newer) {
        index(older, {}, m_older);
        index(newer, {}, m_newer);
        members(older, newer, "");
    }

    std::vector<DocumentChange> take() { return std::move(m_out); }

  private:
    struct Known {
        const json::object* object = nullptr;
        std::vector<std::string> in;  // ids from the outside
    };
    using Index = std::map<std::pair<std::string, std::string>, Known>;

    static void index(const json::object& object, const std::vector<std::string>& in, Index& out) {
        for (const auto& member : object) {
            if (!holds(kAnywhere, member.key())) continue;
            const auto list = keyed(&member.value());
            if (!list) continue;
            for (const auto& [id, element] : *list) {
                out[{std::string(member.key()), id}] = {element, in};
                auto inside = in;
                inside.push_back(id);
                index(*element, inside, out);
            }
        }
    }

    [[nodiscard]] Touches touched(std::string_view member) const {
        for (const auto& step : m_place) {
            if (step.list == "standards") return Touches::basis;
        }
        if (member.starts_with("standards")) return Touches::basis;
        const auto last = member.substr(member.rfind('.') + 1);
        return holds(kWords, last) ? Touches::words : Touches::rules;
    }

    void tell(Kind kind, std::string member, json::value before, json::value after) {
        m_out.push_back({kind, touched(member), m_place, std::move(member), std::move(before), std::move(after)});
    }

    // `path` names the members around, with a point behind each.
    void members(const json::object& older, const json::object& newer, const std::string& path) {
        const auto at = [&](std::string_view name, const json::value* a, const json::value* b) {
            if (name != "comment") member(path + std::string(name), std::string(name), a, b);
        };
        for (const auto& one : newer) at(one.key(), older.if_contains(one.key()), &one.value());
        for (const auto& one : older) {
            if (newer.if_contains(one.key()) == nullptr) at(one.key(), &one.value(), nullptr);
        }
    }

    void member(const std::string& path, const std::string& name, const json::value* a, const json::value* b) {
        if (a != nullptr && b != nullptr && same(*a, *b)) return;
        const bool lists = (a == nullptr || a->is_array()) && (b == nullptr || b->is_array());
        if (lists) {
            const auto older = keyed(a), newer = keyed(b);
            if (older && newer) return elements(path, *older, *newer);
        }
        if (a != nullptr && b != nullptr && a->is_object() && b->is_object() && !holds(kWords, name) && name != "unit")
            return inside(path, name, a->get_object(), b->get_object());
        tell(Kind::changed, path, a != nullptr ? *a : json::value{}, b != nullptr ? *b : json::value{});
    }

    // Named lists of choices are lists by name; other objects are parts of what they stand in.
    void inside(const std::string& path, const std::string& name, const json::object& a, const json::object& b) {
        if (name != "choices") return members(a, b, path + ".");
        for (const auto& [list, choices] : b) {
            const auto* before = a.if_contains(list);
            m_place.push_back({name, std::string(list), nullptr});
            if (before == nullptr)
                tell(Kind::added, "", nullptr, choices);
            else
                member("choices", "choices", before, &choices);
            m_place.pop_back();
        }
        for (const auto& [list, choices] : a) {
            if (b.if_contains(list) != nullptr) continue;
            m_place.push_back({name, std::string(list), nullptr});
            tell(Kind::removed, "", choices, nullptr);
            m_place.pop_back();
        }
    }

    void elements(const std::string& path, const Keyed& older, const Keyed& newer) {
        std::map<std::string, std::size_t> before;
        for (std::size_t i = 0; i < older.size(); ++i) before[older[i].first] = i;
        std::vector<std::size_t> places;
        std::set<std::string_view> stand;
        for (const auto& [id, element] : newer) {
            stand.insert(id);
            if (const auto found = before.find(id); found != before.end()) places.push_back(found->second);
        }
        const auto stays = longestRise(places);
        std::size_t kept = 0;
        for (std::size_t i = 0; i < newer.size(); ++i) {
            const auto& [id, element] = newer[i];
            m_place.push_back({path, id, labelOf(*element)});
            const json::value follows = i == 0 ? json::value{} : json::value(newer[i - 1].first);
            if (const auto found = before.find(id); found != before.end()) {
                if (!stays.contains(kept++)) {
                    const auto was = found->second;
                    tell(Kind::moved, "", here(was == 0 ? json::value{} : json::value(older[was - 1].first)),
                         here(follows));
                }
                members(*older[found->second].second, *element, "");
            } else if (const auto elsewhere = holds(kAnywhere, path) ? m_older.find({path, id}) : m_older.end();
                       elsewhere != m_older.end()) {
                tell(Kind::moved, "", there(elsewhere->second.in), here(follows));
                members(*elsewhere->second.object, *element, "");
            } else {
                tell(Kind::added, "", nullptr, *element);
            }
            m_place.pop_back();
        }
        for (const auto& [id, element] : older) {
            if (stand.contains(id) || (holds(kAnywhere, path) && m_newer.contains({path, id}))) continue;
            m_place.push_back({path, id, labelOf(*element)});
            tell(Kind::removed, "", *element, nullptr);
            m_place.pop_back();
        }
    }

    static json::object there(const std::vector<std::string>& in) {
        json::array ids;
        for (const auto& id : in) ids.emplace_back(id);
        return {{"in", std::move(ids)}};
    }

    // Where the element at the end of the place stands: in what, and after which.
    [[nodiscard]] json::object here(json::value follows) const {
        std::vector<std::string> in;
        for (std::size_t i = 0; i + 1 < m_place.size(); ++i) in.push_back(m_place[i].id);
        auto out = there(in);
        out["after"] = std::move(follows);
        return out;
    }

    Index m_older, m_newer;
    std::vector<PlaceStep> m_place;
    std::vector<DocumentChange> m_out;
};

}  // namespace

std::string_view changeName(DocumentChange::Kind kind) {
    constexpr std::array<std::string_view, 4> kNames{"added", "removed", "moved", "changed"};
    return kNames[static_cast<std::size_t>(kind)];
}

std::string_view touchesName(DocumentChange::Touches touches) {
    constexpr std::array<std::string_view, 3> kNames{"words", "basis", "rules"};
    return kNames[static_cast<std::size_t>(touches)];
}

std::vector<DocumentChange> compareDocuments(const json::object& older, const json::object& newer) {
    return Comparison(older, newer).take();
}

json::object toJson(const DocumentChange& change) {
    json::array place;
    for (const auto& step : change.place)
        place.push_back(json::object{{"list", step.list}, {"id", step.id}, {"label", step.label}});
    return {{"kind", changeName(change.kind)}, {"touches", touchesName(change.touches)},
            {"place", std::move(place)},       {"member", change.member},
            {"before", change.before},         {"after", change.after}};
}

}  // namespace plumb::checklist
