#include "tools/plumb/checklist_sheets.h"

#include <filesystem>
#include <iostream>

#include "shared/checklist/load/loader.h"
#include "shared/checklist/sheets/export_sheets.h"
#include "shared/checklist/sheets/import_sheets.h"
#include "shared/checklist/sheets/json_text.h"
#include "shared/form/xform/read_xform.h"
#include "shared/store/durable_file.h"
#include "tools/plumb/app.h"

namespace plumb::cli {
namespace {

int writeOut(const std::string& file, std::string_view content, json::object out, const std::string& text, bool json) {
    if (file == "-") {
        std::cout << content << std::flush;
        return kDone;
    }
    if (const auto written = store::writeDurably(file, asBytes(content)); !written)
        return report(written.error(), json);
    out["file"] = file;
    return print(out, text, json);
}

}  // namespace

int importChecklist(const std::string& file, const std::string& to, bool json) {
    const auto content = store::readWhole(file, form::kMaxFormBytes + 1);
    if (!content) return report(content.error(), json);
    const auto workbook = form::readWorkbook(asText(*content));
    if (!workbook)
        return report({workbook.error().kind, workbook.error().code, file + ": " + workbook.error().detail}, json);
    const auto imported = checklist::importSheets(*workbook, std::filesystem::path(file).stem().string());
    json::array problems, warnings;
    std::string text;
    for (const auto& problem : imported.problems) {
        problems.push_back({{"sheet", problem.sheet},
                            {"row", problem.row},
                            {"column", problem.column},
                            {"cell", problem.cell},
                            {"found", problem.found},
                            {"problem", problem.sentence}});
        text += (text.empty() ? "" : "\n") + file + ": " + problem.text();
    }
    for (const auto& warning : imported.warnings) warnings.emplace_back(json::string(warning));
    if (!json) {
        for (const auto& warning : imported.warnings) std::cerr << file << ": warning: " << warning << "\n";
    }
    json::object out{
        {"good", imported.checklist != nullptr}, {"problems", problems}, {"warnings", std::move(warnings)}};
    if (!imported.checklist) {
        if (json) {
            print(out, text, json);
        } else {
            std::cerr << text << "\n";
        }
        return kNo;
    }
    out["id"] = imported.checklist->id;
    out["version"] = imported.checklist->version;
    out["items"] = imported.checklist->items.size();
    return writeOut(to, checklist::readableJson(imported.document), std::move(out),
                    to + ": " + imported.checklist->id + " version " + imported.checklist->version + ", " +
                        std::to_string(imported.checklist->items.size()) + " items",
                    json);
}

int exportChecklist(const std::string& file, const std::string& to, bool json) {
    const auto content = store::readWhole(file, checklist::kMaxDocumentBytes + 1);
    if (!content) return report(content.error(), json);
    const auto workbook = checklist::exportSheets(asText(*content));
    if (!workbook)
        return report({workbook.error().kind, workbook.error().code, file + ": " + workbook.error().detail}, json);
    json::array sheets;
    std::string text = to + ":";
    for (const auto& sheet : workbook->sheets) {
        sheets.push_back({{"name", sheet.name}, {"rows", sheet.rows.size()}});
        text += " " + sheet.name + " (" + std::to_string(sheet.rows.size()) + " rows)";
    }
    return writeOut(to, form::writeWorkbook(*workbook), {{"sheets", std::move(sheets)}}, text, json);
}

}  // namespace plumb::cli
