#include "sync-server/export/open.h"

#include <algorithm>
#include <limits>

#include "shared/base/civil_date.h"
#include "sync-server/export/answer_columns.h"
#include "sync-server/export/csv_writer.h"
#include "sync-server/export/geojson_writer.h"
#include "sync-server/export/xlsx_writer.h"

namespace plumb::server {
namespace {

using Tables = std::vector<std::unique_ptr<ExportTable>>;

std::unique_ptr<ExportSetting> settingOf(const ExportAsk& ask, const Principal& caller, const ExportSources& sources) {
    return std::make_unique<ExportSetting>(
        ExportSetting{sources.trust, sources.room.checklists(), ask.zone, ask.language, sources.size, caller});
}

// How many columns a list has without answers.
std::size_t plainColumns(const ExportAsk& ask, const ExportSetting& setting) {
    return ask.list == "assessments" ? AssessmentsTable(setting, {}, false).columns().size()
                                     : InspectionsTable(setting, {}, false).columns().size();
}

// Whether a table of this checklist's answers can be made.
Result<void> checkAnswers(const Sha256& sha256, const ExportAsk& ask, ExportSetting& setting) {
    const auto checklist = setting.checklists.find(sha256);
    if (!checklist) return fail(checklist.error());
    const auto columns = countAnswerColumns(**checklist) + plainColumns(ask, setting);
    if (ask.format == ExportFormat::xlsx && columns > XlsxWriter::kMostColumns) {
        return fail(ErrorKind::tooLarge, "too_many_columns",
                    "checklist " + (*checklist)->id + " " + (*checklist)->version + " gives " +
                        std::to_string(columns) + " columns, and a sheet of Excel has 16384; take CSV");
    }
    return {};
}

// Of a list whose rows have answers.
ExportCounts countRows(const ExportAsk& ask, StoreReader& reader, const ExportSetting& setting) {
    return ask.list == "assessments" ? countAssessments(reader, ask.assessments, setting)
                                     : countInspections(reader, ask.inspections, setting);
}

// What waits under these filters, in the order of its list.
InspectionFilter waitingOf(const ExportAsk& ask, const Principal& caller, const ExportSources& sources) {
    const ReviewQuestion question{ask.reviews, {}, std::numeric_limits<std::size_t>::max(), sources.now.utc};
    InspectionFilter out{records::InspectionStatus::submitted, {}, {}, {}};
    auto& only = out.only.emplace();
    for (const auto& card : sources.desk.ask(question, caller, sources.reader, sources.trust).cards)
        only.push_back(card.index);
    return out;
}

Day todayOf(const ExportAsk& ask, const Instant& now) {
    return dayOf(ask.zone.at(now.utc));
}

Result<std::unique_ptr<ExportTable>> listOf(const ExportAsk& ask, const ExportSetting& setting,
                                            const ExportSources& sources) {
    auto pages = pagesOf(ask, todayOf(ask, sources.now));
    if (!pages) return fail(pages.error());
    auto table = std::make_unique<ListTable>(ask.kind->shape, setting, sources.blobs, std::move(*pages));
    if (const auto good = table->begin(sources.reader); !good) return fail(good.error());
    return table;
}

Result<std::unique_ptr<ExportTable>> tableOf(const ExportAsk& ask, ExportSetting& setting,
                                             const ExportSources& sources) {
    if (ask.kind) return listOf(ask, setting, sources);
    if (ask.list == "reviews")
        return std::make_unique<InspectionsTable>(setting, waitingOf(ask, setting.caller, sources), false);
    if (ask.list == "inspections") return std::make_unique<InspectionsTable>(setting, ask.inspections, false);
    if (ask.list == "assessments") return std::make_unique<AssessmentsTable>(setting, ask.assessments, false);
    if (ask.list == "sites") return std::make_unique<SitesTable>(setting, ask.sites);
    auto filter = ask.findings;
    filter.today = ask.today.value_or(todayOf(ask, sources.now));
    return std::make_unique<FindingsTable>(setting, std::move(filter));
}

std::unique_ptr<ExportTable> answersTableOf(const ExportAsk& ask, const Sha256& checklist, ExportSetting& setting) {
    if (ask.list == "assessments") {
        auto filter = ask.assessments;
        filter.checklist = checklist;
        return std::make_unique<AssessmentsTable>(setting, std::move(filter), true);
    }
    auto filter = ask.inspections;
    filter.checklist = checklist;
    return std::make_unique<InspectionsTable>(setting, std::move(filter), true);
}

// A table for each version of a checklist that the rows use, or the one that is named.
Result<Tables> tablesOf(const ExportAsk& ask, ExportSetting& setting, const ExportSources& sources) {
    Tables out;
    if (ask.answers) {
        std::vector<Sha256> checklists;
        const auto& named = ask.list == "assessments" ? ask.assessments.checklist : ask.inspections.checklist;
        if (named) {
            checklists.push_back(*named);
        } else if (ask.format != ExportFormat::xlsx) {
            return fail(
                ErrorKind::malformed, "bad_query",
                "with answers a file holds one version of one checklist: name it with \"checklist\", or take XLSX, "
                "which has a sheet for each");
        } else {
            for (const auto& [sha256, counted] : countRows(ask, sources.reader, setting).checklists)
                checklists.push_back(sha256);
        }
        for (const auto& sha256 : checklists) {
            if (const auto good = checkAnswers(sha256, ask, setting); !good) return fail(good.error());
            out.push_back(answersTableOf(ask, sha256, setting));
        }
    }
    // Nothing to be taken away is an empty table, not an empty file.
    if (!out.empty()) return out;
    auto table = tableOf(ask, setting, sources);
    if (!table) return fail(table.error());
    out.push_back(std::move(*table));
    return out;
}

// The words that say a filter's value; "": it stands as it was given.
std::string_view groupOf(const ExportAsk& ask, std::string_view filter) {
    if (!ask.kind) return {};
    const auto& filters = ask.kind->filters;
    const auto found =
        std::find_if(filters.begin(), filters.end(), [&](const auto& one) { return one.name == filter; });
    return found == filters.end() ? std::string_view() : found->group;
}

std::vector<ExportFact> factsOf(const ExportAsk& ask, const Principal& caller, const ExportSources& sources) {
    const auto word = [&](std::string_view key) { return exportWord(key, ask.language); };
    std::vector<ExportFact> out{{"list", word("about.list"), word("file." + ask.list)},
                                {"zone", word("about.zone"), ask.zone.name()},
                                {"made", word("about.made"), ask.zone.text(sources.now.utc)},
                                {"log", word("about.log"), sources.origin},
                                {"log_size", word("about.log_size"), std::to_string(sources.size)},
                                {"by", word("about.by"), caller.personName}};
    for (const auto& [name, value] : ask.filters) {
        const bool status = name == "status";
        const auto group = status ? "state" : groupOf(ask, name);
        out.push_back({"filter." + name, word(status ? "filter.state" : "filter." + name),
                       group.empty() ? value : word(std::string(group) + '.' + value)});
    }
    return out;
}

std::unique_ptr<ExportWriter> writerOf(const ExportAsk& ask, const Principal& caller, const ExportSources& sources) {
    switch (ask.format) {
        case ExportFormat::csv:
            return std::make_unique<CsvWriter>();
        case ExportFormat::geojson:
            return std::make_unique<GeoJsonWriter>(factsOf(ask, caller, sources));
        case ExportFormat::xlsx:
            break;
    }
    const auto word = [&](std::string_view key) { return exportWord(key, ask.language); };
    return std::make_unique<XlsxWriter>(
        sources.room.folder(), factsOf(ask, caller, sources),
        XlsxWriter::Words{word("sheet.about"), word("about.cut"), word("about.cut_mark")});
}

struct Ending {
    std::string_view name, mediaType;
};
Ending endingOf(ExportFormat format) {
    switch (format) {
        case ExportFormat::csv:
            return {".csv", "text/csv; charset=utf-8; header=present"};
        case ExportFormat::geojson:
            return {".geojson", "application/geo+json"};
        case ExportFormat::xlsx:
            break;
    }
    return {".xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"};
}

}  // namespace

Result<OpenedExport> openExport(const ExportAsk& ask, const Principal& caller, const ExportSources& sources) {
    auto setting = settingOf(ask, caller, sources);
    auto tables = tablesOf(ask, *setting, sources);
    if (!tables) return fail(tables.error());
    const auto ending = endingOf(ask.format);
    auto day = dayText(dayOf(ask.zone.at(sources.now.utc)));
    day.erase(std::remove(day.begin(), day.end(), '-'), day.end());
    auto called = exportWord("file." + ask.list, ask.language);
    if (ask.answers && tables->size() == 1) called += "-" + tables->front()->title();
    // A name of a file on any system.
    for (auto& c : called) {
        if (std::string_view("<>:\"/\\|?* ").find(c) != std::string_view::npos || static_cast<unsigned char>(c) < ' ')
            c = '_';
    }
    OpenedExport out;
    out.fileName = called + "-" + day + std::string(ending.name);
    out.plainName = ask.list + "-" + day + std::string(ending.name);
    out.mediaType = ending.mediaType;
    out.run = std::make_unique<ExportRun>(std::move(setting), std::move(*tables), writerOf(ask, caller, sources));
    return out;
}

Result<json::object> describeExport(const ExportAsk& ask, const Principal& caller, const ExportSources& sources) {
    const auto setting = settingOf(ask, caller, sources);
    if (ask.list != "inspections" && ask.list != "assessments") {
        const auto table = tableOf(ask, *setting, sources);
        if (!table) return fail(table.error());
        std::uint64_t rows = 0;
        for (ExportRow row; (*table)->next(sources.reader, row); row.clear()) ++rows;
        return json::object{{"rows", rows}};
    }
    const auto counts = countRows(ask, sources.reader, *setting);
    json::array checklists;
    for (const auto& [sha256, counted] : counts.checklists) {
        const auto& [checklist, rows] = counted;
        const auto document = setting->checklists.find(sha256);
        checklists.push_back({{"id", checklist.id},
                              {"version", checklist.version},
                              {"sha256", sha256.hex()},
                              {"title", document ? (*document)->title.in(codeOf(ask.language)) : std::string()},
                              {"rows", rows}});
    }
    return json::object{{"rows", counts.rows}, {"checklists", std::move(checklists)}};
}

}  // namespace plumb::server
