#include "shared/domain/record_types.h"

#include <algorithm>
#include <array>
#include <map>
#include <stdexcept>

namespace plumb::domain {

// record_types.json, compiled in (builtin.cpp.in).
extern const std::string_view kRecordTypesJson;

namespace {

template <class Value, std::size_t N>
Value byName(const std::array<std::pair<std::string_view, Value>, N>& names, const json::object& row,
             std::string_view member) {
    const std::string name = textOr(row, member);
    for (const auto& [known, value] : names) {
        if (known == name) return value;
    }
    throw std::logic_error("record_types.json: \"" + name + "\" is no " + std::string(member));
}

constexpr std::array<std::pair<std::string_view, Family>, 9> kFamilies{{{"trust", Family::trust},
                                                                        {"reference", Family::reference},
                                                                        {"planning", Family::planning},
                                                                        {"field", Family::field},
                                                                        {"review", Family::review},
                                                                        {"rectification", Family::rectification},
                                                                        {"document", Family::document},
                                                                        {"voice", Family::voice},
                                                                        {"log", Family::log}}};
constexpr std::array<std::pair<std::string_view, PlaceRule>, 7> kPlaces{{{"trust", PlaceRule::trust},
                                                                         {"log", PlaceRule::log},
                                                                         {"publication", PlaceRule::publication},
                                                                         {"site", PlaceRule::site},
                                                                         {"record", PlaceRule::record},
                                                                         {"region", PlaceRule::region},
                                                                         {"any", PlaceRule::any}}};
constexpr std::array<std::pair<std::string_view, ByRule>, 3> kBy{
    {{"", ByRule::anybody}, {"author", ByRule::author}, {"another", ByRule::another}}};
constexpr std::array<std::pair<std::string_view, Readers>, 4> kReaders{{{"everybody", Readers::everybody},
                                                                        {"sited", Readers::sited},
                                                                        {"place", Readers::place},
                                                                        {"staff", Readers::staff}}};

// The roles that "reading" of a type names; no entry: whoever is of its readers.
using ReadingRoles = std::map<std::string, std::vector<Role>, std::less<>>;
ReadingRoles readReadingRoles() {
    ReadingRoles out;
    const auto table = parseJson(kRecordTypesJson).value();
    for (const auto& [name, value] : table.at("types").as_object()) {
        const auto* roles = value.as_object().if_contains("reading");
        if (!roles) continue;
        for (const auto& role : roles->as_array())
            out[name].push_back(roleByName(std::string_view(role.as_string())).value());
    }
    return out;
}

bool readsAs(Role role, std::string_view type) {
    static const auto table = readReadingRoles();
    const auto found = table.find(type);
    return found == table.end() || std::find(found->second.begin(), found->second.end(), role) != found->second.end();
}

std::vector<RecordType> readTable() {
    const auto table = parseJson(kRecordTypesJson);
    if (!table) throw std::logic_error("record_types.json: " + table.error().detail);
    std::vector<RecordType> out;
    for (const auto& [name, value] : table->at("types").as_object()) {
        const auto& row = value.as_object();
        RecordType type{name,
                        byName(kFamilies, row, "family"),
                        {},
                        byName(kPlaces, row, "place"),
                        byName(kBy, row, "by"),
                        byName(kReaders, row, "readers")};
        for (const auto& role : row.at("authors").as_array())
            type.authors.push_back(roleByName(std::string_view(role.as_string())).value());
        out.push_back(std::move(type));
    }
    std::sort(out.begin(), out.end(), [](const auto& a, const auto& b) { return a.name < b.name; });
    return out;
}

const RecordType& unknownType() {
    static const RecordType row{
        {},
        Family::unknown,
        {Role::inspector, Role::enterprise, Role::supervisor, Role::administrator, Role::auditor},
        PlaceRule::any,
        ByRule::anybody,
        Readers::staff};
    return row;
}

}  // namespace

bool RecordType::mayBeBy(Role role) const {
    return std::find(authors.begin(), authors.end(), role) != authors.end();
}

const std::vector<RecordType>& recordTypes() {
    static const auto table = readTable();
    return table;
}

const RecordType& recordType(std::string_view type) {
    const auto& table = recordTypes();
    const auto found = std::lower_bound(table.begin(), table.end(), type,
                                        [](const RecordType& row, std::string_view name) { return row.name < name; });
    return found != table.end() && found->name == type ? *found : unknownType();
}

Family familyOf(std::string_view type) {
    return recordType(type).family;
}

bool mayRead(const std::vector<Grant>& grants, std::string_view type, std::string_view region, std::string_view site,
             bool own) {
    if (own) return true;
    const auto readers = recordType(type).readers;
    if (readers == Readers::everybody) return true;
    return std::any_of(grants.begin(), grants.end(), [&](const Grant& grant) {
        if (!readsAs(grant.role, type)) return false;
        if (grant.role != Role::enterprise) return readers == Readers::sited || grant.coversPlace(region, site);
        return readers != Readers::staff && grant.coversPlace(region, site);
    });
}

}  // namespace plumb::domain
