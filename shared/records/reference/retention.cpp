#include "shared/records/reference/retention.h"

#include <algorithm>
#include <map>
#include <set>

#include "shared/records/body_reader.h"
#include "shared/records/rectification/keeping.h"

namespace plumb::records {
namespace {

constexpr std::string_view kNextYear = "next_year", kArchiving = "archiving";

// Longer ones are more; 0: no term.
int lengthOf(std::string_view term) {
    return term == "permanent" ? 3 : term == "30" ? 2 : term == "10" ? 1 : 0;
}

// The day before that date so many years later; of 29 February where there is none: the last of that February.
std::optional<Day> yearsOn(Day day, int years) {
    const std::chrono::year_month_day begun(day);
    const int year = static_cast<int>(begun.year()) + years;
    auto same = civilDay(year, static_cast<int>(static_cast<unsigned>(begun.month())),
                         static_cast<int>(static_cast<unsigned>(begun.day())));
    if (!same) same = civilDay(year, 3, 1);
    return same ? std::optional(*same - std::chrono::days(1)) : std::nullopt;
}

std::string yearsIn(std::string_view term) {
    return term == "permanent" ? "for ever" : "for " + std::string(term) + " years";
}

}  // namespace

Result<Retention> readRetention(const json::object& body) {
    BodyReader read(body);
    Retention out;
    out.id = read.text("id");
    out.title = read.localText("title");
    out.source = read.localText("source");
    out.where = read.text("where");
    out.from = read.day("from");
    const auto runs = read.text("runs");
    if (runs != kNextYear && runs != kArchiving) read.fault("runs", "must be next_year or archiving");
    out.runs = runs == kArchiving ? TermRuns::archiving : TermRuns::nextYear;
    std::set<std::string> kinds;
    const auto count = read.eachIf("terms", [&](BodyReader& in) {
        RetentionTerm one{in.text("kind"), in.text("term")};
        if (lengthOf(one.term) == 0) in.fault("term", "must be permanent, 30 or 10");
        if (!kinds.insert(one.kind).second) in.fault("kind", "stands twice in the table");
        out.terms.push_back(std::move(one));
    });
    if (count == 0) read.fault("terms", "must state one term at least");
    if (auto good = read.done(); !good) return fail(good.error());
    return out;
}

json::object toBody(const Retention& table) {
    json::array terms;
    for (const auto& one : table.terms) terms.push_back(json::object{{"kind", one.kind}, {"term", one.term}});
    return {{"id", table.id},
            {"title", table.title.toJson()},
            {"source", table.source.toJson()},
            {"where", table.where},
            {"from", dayText(table.from)},
            {"runs", table.runs == TermRuns::archiving ? kArchiving : kNextYear},
            {"terms", std::move(terms)}};
}

std::vector<Retention> holdingOn(Day day, const std::vector<Retention>& versions) {
    std::map<std::string_view, const Retention*> newest;
    for (const auto& version : versions) {
        if (version.from <= day) newest[version.id] = &version;
    }
    std::vector<Retention> out;
    for (const auto& [id, version] : newest) out.push_back(*version);
    return out;
}

std::optional<StatedTerm> statedTerm(std::string_view kind, const std::vector<Retention>& tables) {
    std::optional<StatedTerm> out;
    for (const auto& table : tables) {
        for (const auto& one : table.terms) {
            if (one.kind == kind && (!out || lengthOf(one.term) > lengthOf(out->term))) out = {one.term, &table};
        }
    }
    return out;
}

Result<void> checkTerm(std::string_view kind, std::string_view term, const std::vector<Retention>& tables) {
    const auto stated = statedTerm(kind, tables);
    if (!stated || lengthOf(term) >= lengthOf(stated->term)) return {};
    const auto& titles = stated->table->title.all();
    return fail(ErrorKind::refused, "term_short",
                "cases of this kind (" + std::string(kind) + ") are kept " + yearsIn(stated->term) + " by \"" +
                    (titles.empty() ? stated->table->id : titles.begin()->second) + "\"; " + yearsIn(term) +
                    " is shorter");
}

std::optional<Day> keptUntil(std::string_view term, Day archived, const std::vector<Retention>& tables) {
    std::optional<Day> out;
    const auto take = [&](std::optional<Day> until) {
        if (until && (!out || *until > *out)) out = until;
    };
    const int years = term == "10" ? 10 : term == "30" ? 30 : 0;
    for (const auto& table : tables) {
        if (table.runs == TermRuns::nextYear)
            take(keptUntil(term, archived));
        else if (years > 0)
            take(yearsOn(archived, years));
    }
    if (tables.empty()) take(keptUntil(term, archived));
    return out;
}

}  // namespace plumb::records
