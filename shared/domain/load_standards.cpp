// Reading the catalogue's JSON (STANDARDS.md), and what must hold between its entries.
#include <algorithm>
#include <cstdlib>

#include "shared/domain/standards.h"

namespace plumb::domain {
namespace {

constexpr std::size_t kMostEntries = 100'000;

tl::unexpected<Error> bad(const std::string& path, const std::string& why) {
    return fail(ErrorKind::malformed, "bad_catalogue", path + ": " + why);
}

std::optional<StandardStatus> statusByName(std::string_view name) {
    for (const auto status : {StandardStatus::upcoming, StandardStatus::inForce, StandardStatus::partlyReplaced,
                              StandardStatus::replaced, StandardStatus::withdrawn}) {
        if (statusName(status) == name) return status;
    }
    return std::nullopt;
}

Result<std::optional<Day>> dayAt(const json::object& object, std::string_view name, const std::string& path) {
    const auto* value = object.if_contains(name);
    if (!value || value->is_null()) return std::optional<Day>();
    if (!value->is_string()) return bad(path + "." + std::string(name), "must be a day such as 2026-11-22, or null");
    const auto day = parseDay(value->get_string());
    if (!day)
        return bad(path + "." + std::string(name),
                   "\"" + std::string(value->get_string()).substr(0, 24) + "\" is no day; write it as 2026-11-22");
    return std::optional(*day);
}

Result<std::vector<std::string>> namesAt(const json::object& object, std::string_view name, const std::string& path) {
    std::vector<std::string> out;
    const auto* value = object.if_contains(name);
    if (!value) return out;
    const auto where = path + "." + std::string(name);
    if (!value->is_array()) return bad(where, "must be an array of texts");
    for (const auto& entry : value->get_array()) {
        if (!entry.is_string() || entry.get_string().empty()) return bad(where, "must be an array of texts");
        out.emplace_back(entry.get_string());
    }
    return out;
}

// A standard's own name is its number in canonical spelling, so that a reader without our parser finds it.
Result<void> readNumber(const json::object& object, const std::string& path, CatalogueEntry& entry) {
    const auto written = textAt(object, "number", path);
    if (!written) return fail(written.error());
    auto number = parseStandardNumber(*written);
    if (!number) return bad(path + ".number", number.error().detail);
    entry.name = number->text();
    if (entry.name != *written) return bad(path + ".number", "write it as \"" + entry.name + "\"");
    if (textOr(object, "kind") != familyName(number->family))
        return bad(path + ".kind", "must be \"" + std::string(familyName(number->family)) + "\", as its number says");
    entry.number = *std::move(number);
    return {};
}

}  // namespace

Result<void> StandardsCatalogue::readEntry(const json::value& value, const std::string& path, bool statute) {
    if (!value.is_object()) return bad(path, "must be an object");
    const auto& object = value.get_object();
    CatalogueEntry entry;
    if (statute) {
        auto name = textAt(object, "name", path);
        if (!name) return fail(name.error());
        entry.name = *std::move(name);
        auto aliases = namesAt(object, "aliases", path);
        if (!aliases) return fail(aliases.error());
        entry.aliases = *std::move(aliases);
    } else if (const auto read = readNumber(object, path, entry); !read) {
        return read;
    }
    const auto title = objectAt(object, "title", path);
    if (!title) return fail(title.error());
    entry.titleZh = textOr(**title, "zh");
    entry.titleEn = textOr(**title, "en");
    if (entry.titleZh.empty() || entry.titleEn.empty()) return bad(path + ".title", "needs \"zh\" and \"en\"");
    const auto status = statusByName(textOr(object, "status"));
    if (!status) return bad(path + ".status", "must be upcoming, in_force, partly_replaced, replaced or withdrawn");
    entry.stated = *status;
    for (const auto& [name, to] :
         {std::pair("published", &entry.published), std::pair("from", &entry.from), std::pair("until", &entry.until)}) {
        const auto day = dayAt(object, name, path);
        if (!day) return fail(day.error());
        *to = *day;
    }
    for (const auto& [name, to] :
         {std::pair("replacedBy", &entry.replacedBy), std::pair("partlyReplacedBy", &entry.partlyReplacedBy)}) {
        auto names = namesAt(object, name, path);
        if (!names) return fail(names.error());
        *to = *std::move(names);
    }
    const auto mark = textOr(object, "mark");
    if (mark != "V" && mark != "B" && mark != "D") return bad(path + ".mark", "must be V, B or D");
    entry.mark = mark[0];
    entry.note = textOr(object, "note");
    const auto place = m_entries.size();
    if (!m_names.emplace(entry.name, place).second) return bad(path, "\"" + entry.name + "\" stands twice");
    for (const auto& alias : entry.aliases) {
        if (!m_names.emplace(alias, place).second) return bad(path, "\"" + alias + "\" stands twice");
    }
    if (entry.number) m_editions[entry.number->undated()].push_back(place);
    m_entries.push_back(std::move(entry));
    return {};
}

// Successors exist and never lead back; dates have their order; what is stated is what the dates say.
Result<void> StandardsCatalogue::check() const {
    for (const auto& entry : m_entries) {
        for (const auto* list : {&entry.replacedBy, &entry.partlyReplacedBy}) {
            for (const auto& name : *list) {
                if (!m_names.contains(name)) return bad(entry.name, "its successor \"" + name + "\" is not there");
            }
        }
        if (entry.from && entry.until && *entry.from >= *entry.until)
            return bad(entry.name, "\"until\" must come after \"from\"");
        if (entry.stated == StandardStatus::replaced && entry.replacedBy.empty())
            return bad(entry.name, "a replaced one needs \"replacedBy\"");
        if (entry.stated == StandardStatus::upcoming && !entry.from)
            return bad(entry.name, "an upcoming one needs \"from\"");
        if (const auto computed = statusOn(entry, m_asOf); computed != entry.stated) {
            return bad(entry.name, "its dates make it " + std::string(statusName(computed)) + " on " + dayText(m_asOf) +
                                       ", not " + std::string(statusName(entry.stated)));
        }
    }
    return checkChains();
}

// Takes away what nothing leads to, again and again: what is left stands in a circle.
Result<void> StandardsCatalogue::checkChains() const {
    std::vector<std::size_t> leading(m_entries.size()), open;
    const auto each = [&](const CatalogueEntry& entry, auto&& use) {
        for (const auto& name : entry.replacedBy) use(m_names.at(name));
    };
    for (const auto& entry : m_entries) each(entry, [&](std::size_t next) { ++leading[next]; });
    for (std::size_t i = 0; i < leading.size(); ++i) {
        if (leading[i] == 0) open.push_back(i);
    }
    for (std::size_t done = 0; done < open.size(); ++done) {
        each(m_entries[open[done]], [&](std::size_t next) {
            if (--leading[next] == 0) open.push_back(next);
        });
    }
    const auto left = std::find_if(leading.begin(), leading.end(), [](std::size_t count) { return count > 0; });
    if (left == leading.end()) return {};
    return bad(m_entries[static_cast<std::size_t>(left - leading.begin())].name, "its successors lead back to it");
}

Result<StandardsCatalogue> StandardsCatalogue::parse(std::string_view text) {
    const auto value = parseJson(text);
    if (!value) return fail(value.error());
    if (!value->is_object()) return bad("catalogue", "must be an object");
    const auto& object = value->get_object();
    const auto format = integerAt(object, "format");
    if (!format) return fail(format.error());
    if (*format != 1)
        return fail(ErrorKind::unsupported, "bad_catalogue",
                    "this catalogue has format " + std::to_string(*format) + "; this program reads format 1");
    StandardsCatalogue out;
    const auto asOf = dayAt(object, "asOf", "catalogue");
    if (!asOf) return fail(asOf.error());
    if (!*asOf) return bad("asOf", "the day on which the statuses were stated is needed");
    out.m_asOf = **asOf;
    for (const auto& [name, statute] : {std::pair("standards", false), std::pair("statutes", true)}) {
        const auto list = arrayAt(object, name);
        if (!list) return fail(list.error());
        if ((*list)->size() > kMostEntries) return fail(ErrorKind::tooLarge, "bad_catalogue", "too many entries");
        for (std::size_t i = 0; i < (*list)->size(); ++i) {
            const auto read = out.readEntry((**list)[i], std::string(name) + "[" + std::to_string(i) + "]", statute);
            if (!read) return fail(read.error());
        }
    }
    for (auto& [undated, places] : out.m_editions) {
        std::stable_sort(places.begin(), places.end(), [&](std::size_t a, std::size_t b) {
            const auto year = [&](std::size_t place) {
                const int read = std::atoi(out.m_entries[place].number->year.c_str());
                return read > 0 && read < 100 ? 1900 + read : read;  // two digits were used up to 1995
            };
            return year(a) < year(b);
        });
    }
    if (const auto checked = out.check(); !checked) return fail(checked.error());
    return out;
}

}  // namespace plumb::domain
