#include "sync-server/export/ask.h"

#include <algorithm>

#include "shared/domain/grant.h"
#include "sync-server/query/cases_query.h"
#include "sync-server/query/inspections_query.h"
#include "sync-server/query/review_filter.h"

namespace plumb::server {
namespace {

tl::unexpected<Error> bad(std::string why) {
    return fail(ErrorKind::malformed, "bad_query", std::move(why));
}

Result<void> takeRegion(const std::string& value, std::string& out) {
    if (!domain::isRegion(value))
        return bad("\"region\" must be a code of GB/T 2260 of two, four or six digits, such as 6203");
    out = value;
    return {};
}

Result<void> takeStatus(const std::string& value, ExportAsk& ask) {
    const auto status = statusByName(value);
    if (!status) return fail(status.error());
    ask.inspections.status = *status;
    return {};
}

Result<void> takeAssessmentStatus(const std::string& value, ExportAsk& ask) {
    if (value != "filling" && !statusByName(value))
        return bad("\"status\" must be filling, submitted, returned, accepted or incomplete");
    ask.assessments.status = value;
    return {};
}

Result<void> takeChecklist(const std::string& value, std::optional<Sha256>& out) {
    const auto hash = Sha256::fromHex(value);
    if (!hash) return bad("\"checklist\" must be the SHA-256 of a published checklist, in hex");
    out = *hash;
    return {};
}

Result<void> takeColumn(const std::string& value, ExportAsk& ask) {
    ask.findings.column = boardColumn(value);
    if (!ask.findings.column) return bad("\"column\" must be to_order, with_enterprise, reported or closed");
    return {};
}

Result<void> takeDay(const char* name, const std::string& value, std::optional<Day>& out) {
    out = parseDay(value);
    if (!out) return bad("\"" + std::string(name) + "\" must be a day like 2026-11-29");
    return {};
}

Result<void> takeFlag(const char* name, const std::string& value, bool& out) {
    if (value != "0" && value != "1") return bad("\"" + std::string(name) + "\" must be 0 or 1");
    out = value == "1";
    return {};
}

Result<void> takeText(const std::string& value, std::string& out) {
    out = value;
    return {};
}

Result<void> takeSupervision(const std::string& value, ExportAsk& ask) {
    ask.findings.supervision = domain::supervisionNamed(value);
    if (ask.findings.supervision) return {};
    return bad("\"supervision\" must be enforcement, improvement, association or declaration");
}

Result<void> takeByList(const std::string&, ExportAsk&) {
    return {};
}

// A filter of a list, and what it does to the ask.
struct Parameter {
    std::string_view list, name;
    bool filter;  // told in the file
    Result<void> (*take)(const std::string&, ExportAsk&);
};
constexpr Parameter kParameters[] = {
    {"inspections", "status", true, takeStatus},
    {"inspections", "region", true,
     [](const std::string& value, ExportAsk& ask) { return takeRegion(value, ask.inspections.region); }},
    {"inspections", "site", true,
     [](const std::string& value, ExportAsk& ask) { return takeText(value, ask.inspections.site); }},
    {"inspections", "checklist", true,
     [](const std::string& value, ExportAsk& ask) { return takeChecklist(value, ask.inspections.checklist); }},
    {"inspections", "answers", false,
     [](const std::string& value, ExportAsk& ask) { return takeFlag("answers", value, ask.answers); }},
    {"assessments", "status", true, takeAssessmentStatus},
    {"assessments", "checklist", true,
     [](const std::string& value, ExportAsk& ask) { return takeChecklist(value, ask.assessments.checklist); }},
    {"assessments", "answers", false,
     [](const std::string& value, ExportAsk& ask) { return takeFlag("answers", value, ask.answers); }},
    {"assessments", "round", true,
     [](const std::string& value, ExportAsk& ask) { return takeText(value, ask.assessments.round); }},
    {"assessments", "site", true,
     [](const std::string& value, ExportAsk& ask) { return takeText(value, ask.assessments.site); }},
    {"assessments", "region", true,
     [](const std::string& value, ExportAsk& ask) { return takeRegion(value, ask.assessments.region); }},
    {"findings", "column", true, takeColumn},
    {"findings", "region", true,
     [](const std::string& value, ExportAsk& ask) { return takeRegion(value, ask.findings.region); }},
    {"findings", "site", true,
     [](const std::string& value, ExportAsk& ask) { return takeText(value, ask.findings.site); }},
    {"findings", "inspector", true,
     [](const std::string& value, ExportAsk& ask) { return takeText(value, ask.findings.author); }},
    {"findings", "severity", true,
     [](const std::string& value, ExportAsk& ask) { return takeText(value, ask.findings.severity); }},
    {"findings", "supervision", true, takeSupervision},
    {"findings", "programme", true,
     [](const std::string& value, ExportAsk& ask) { return takeText(value, ask.findings.programme); }},
    {"findings", "due_before", true,
     [](const std::string& value, ExportAsk& ask) { return takeDay("due_before", value, ask.findings.dueBefore); }},
    {"findings", "overdue", true,
     [](const std::string& value, ExportAsk& ask) { return takeFlag("overdue", value, ask.findings.overdue); }},
    {"findings", "today", true,
     [](const std::string& value, ExportAsk& ask) { return takeDay("today", value, ask.today); }},
    // As the list itself is asked for, by one reader (readReviewFilter).
    {"reviews", "family", true, takeByList},
    {"reviews", "programme", true, takeByList},
    {"reviews", "region", true, takeByList},
    {"reviews", "checklist", true, takeByList},
    {"reviews", "grade", true, takeByList},
    {"reviews", "kind", true, takeByList},
    {"reviews", "inspector", true, takeByList},
    {"reviews", "findings", true, takeByList},
    {"reviews", "veto", true, takeByList},
    {"reviews", "second", true, takeByList},
    {"reviews", "threads", true, takeByList},
    {"reviews", "days", true, takeByList},
    {"reviews", "assigned", true, takeByList},
    {"sites", "region", true,
     [](const std::string& value, ExportAsk& ask) { return takeRegion(value, ask.sites.region); }},
    {"sites", "text", true, [](const std::string& value, ExportAsk& ask) { return takeText(value, ask.sites.text); }},
};
constexpr std::string_view kOfAll[] = {"zone", "lang"};

bool isList(std::string_view name) {
    return listKind(name) || std::any_of(std::begin(kParameters), std::end(kParameters),
                                         [&](const auto& one) { return one.list == name; });
}

std::optional<ExportFormat> formatNamed(std::string_view ending) {
    if (ending == "csv") return ExportFormat::csv;
    if (ending == "xlsx") return ExportFormat::xlsx;
    if (ending == "geojson") return ExportFormat::geojson;
    return std::nullopt;
}

Result<void> takeParameter(const std::string& name, const std::string& value, ExportAsk& ask) {
    std::string known;
    for (const auto& parameter : kParameters) {
        if (parameter.list != ask.list) continue;
        if (parameter.name == name) {
            if (parameter.filter && !value.empty()) ask.filters[name] = value;
            return value.empty() ? Result<void>() : parameter.take(value, ask);
        }
        known.append(parameter.name).append(", ");
    }
    return bad("\"" + name.substr(0, 64) + "\" is no filter of " + ask.list + "; there are: " + known + "zone, lang");
}

// "checks, findings, …"
std::string listNames() {
    std::string out = "inspections, assessments, reviews, findings, sites";
    for (const auto& kind : listKinds()) out.append(", ").append(kind.shape.list);
    return out;
}

Result<void> takeFilter(const std::string& name, const std::string& value, ExportAsk& ask) {
    std::string known;
    for (const auto& filter : ask.kind->filters) {
        if (filter.name != name) {
            known.append(filter.name).append(", ");
            continue;
        }
        // Of a word that names no standard "" is asked, and means something.
        if (!value.empty() || name == "standard") ask.words[name] = value;
        if (!value.empty()) ask.filters[name] = value;
        return {};
    }
    return bad("\"" + name.substr(0, 64) + "\" is no filter of " + ask.list + "; there are: " + known + "zone, lang");
}

}  // namespace

Result<ListPage> pagesOf(const ExportAsk& ask, Day today) {
    auto words = ask.words;
    words.emplace("today", dayText(today));
    return ask.kind->pages(words);
}

Result<ExportAsk> readExportAsk(std::string_view name, const std::map<std::string, std::string>& query) {
    const auto dot = std::min(name.find('.'), name.size());
    const auto format = dot == name.size() ? std::optional(ExportFormat::csv) : formatNamed(name.substr(dot + 1));
    if (!isList(name.substr(0, dot)) || !format) {
        return fail(ErrorKind::notFound, "not_found",
                    "there are exports " + listNames() + ", each as .csv, .xlsx and .geojson");
    }
    const auto zone = query.find("zone");
    auto found = Zone::named(zone == query.end() ? "UTC" : zone->second);
    if (!found) return fail(found.error());
    ExportAsk ask{std::string(name.substr(0, dot)), *format, std::move(*found)};
    if (const auto language = query.find("lang");
        language != query.end() && !exportLanguageNamed(language->second, ask.language))
        return bad("\"lang\" must be zh or en");
    ask.kind = listKind(ask.list);
    for (const auto& [key, value] : query) {
        if (std::find(std::begin(kOfAll), std::end(kOfAll), key) != std::end(kOfAll)) continue;
        const auto good = ask.kind ? takeFilter(key, value, ask) : takeParameter(key, value, ask);
        if (!good) return fail(good.error());
    }
    if (ask.list == "reviews") {
        auto filter = readReviewFilter(query);
        if (!filter) return fail(filter.error());
        ask.reviews = std::move(*filter);
    }
    // On whatever day it is asked.
    if (const auto good = ask.kind ? pagesOf(ask, Day{}) : Result<ListPage>(); !good) return fail(good.error());
    return ask;
}

}  // namespace plumb::server
