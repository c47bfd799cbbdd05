#include "tools/plumb/form_file.h"

#include <filesystem>

#include "shared/checklist/load/form_nodes.h"
#include "shared/checklist/load/loader.h"
#include "shared/form/xform/read_xform.h"
#include "shared/form/xlsform/read_xlsform.h"
#include "shared/store/durable_file.h"

namespace plumb::cli {
namespace {

namespace fs = std::filesystem;

std::map<std::string, std::string> filesOf(const FormSource& source) {
    std::map<std::string, std::string> files;
    const fs::path form(source.file);
    fs::path folder =
        source.media.empty() ? form.parent_path() / (form.stem().string() + "-media") : fs::path(source.media);
    std::error_code ignored;
    if (source.media.empty() && !fs::is_directory(folder, ignored))
        folder = form.parent_path().empty() ? fs::path(".") : form.parent_path();
    for (const auto& entry : fs::directory_iterator(folder, ignored)) {
        if (entry.is_regular_file(ignored)) files[entry.path().filename().string()] = entry.path().string();
    }
    return files;
}

// By the end of its name, whatever the capital letters.
bool isKind(const std::string& file, std::string_view end) {
    if (file.size() < end.size()) return false;
    return std::equal(end.begin(), end.end(), file.end() - static_cast<std::ptrdiff_t>(end.size()), [](char a, char b) {
        return a == (b >= 'A' && b <= 'Z' ? static_cast<char>(b - 'A' + 'a') : b);
    });
}

// The form inside a checklist document.
Result<OpenedForm> openChecklist(const std::string& file, std::string_view text,
                                 const std::map<std::string, std::string>& files) {
    const auto loaded = checklist::loadChecklist(text);
    if (!loaded) return fail(loaded.error().kind, loaded.error().code, file + ": " + loaded.error().detail);
    auto built = checklist::buildForm(**loaded, files);
    if (built.nodes) return OpenedForm{built.nodes->definition, std::move(built.warnings)};
    std::string all;
    for (const auto& problem : built.problems) all += (all.empty() ? "" : "\n") + file + ": " + problem.sentence;
    return fail(ErrorKind::malformed, "bad_form", all);
}

}  // namespace

Result<OpenedForm> openForm(const FormSource& source) {
    const auto content = store::readWhole(source.file, form::kMaxFormBytes + 1);
    if (!content) return fail(content.error());
    const auto files = filesOf(source);
    form::ReadForm read;
    if (isKind(source.file, ".xml")) {
        read = form::readXform(asText(*content), files);
    } else if (isKind(source.file, ".xlsx") || isKind(source.file, ".xlsm") || isKind(source.file, ".xls")) {
        // An old .xls is refused with what to do about it.
        const auto workbook = form::readWorkbook(asText(*content));
        if (!workbook)
            return fail(workbook.error().kind, workbook.error().code, source.file + ": " + workbook.error().detail);
        read = form::readXlsform(*workbook, files, nullptr, form::XlsformCells::ofPeople,
                                 fs::path(source.file).stem().string());
    } else if (isKind(source.file, ".json")) {
        return openChecklist(source.file, asText(*content), files);
    } else {
        return fail(ErrorKind::unsupported, "bad_kind",
                    source.file + ": a form is an .xml, an .xlsx, an .xlsm or a .json file");
    }
    if (!read.definition) {
        std::string all;
        for (const auto& problem : read.problems)
            all += (all.empty() ? "" : "\n") + source.file + ": " + form::textOf(problem);
        return fail(ErrorKind::malformed, "bad_form", all);
    }
    auto warnings = std::move(read.warnings);
    warnings.insert(warnings.end(), read.definition->warnings.begin(), read.definition->warnings.end());
    return OpenedForm{read.definition, std::move(warnings)};
}

Result<form::FillingOptions> optionsOf(const FormSource& source) {
    auto clock = clockOf(source.now);
    if (!clock) return fail(clock.error());
    form::FillingOptions options;
    options.clock = std::move(*clock);
    options.seed = source.seed;
    for (const auto& property : source.properties) {
        const auto equals = property.find('=');
        if (equals == std::string::npos || equals == 0)
            return fail(ErrorKind::malformed, "bad_property", property + ": a property is NAME=VALUE");
        options.properties[property.substr(0, equals)] = property.substr(equals + 1);
    }
    return options;
}

Result<Clock> clockOf(const std::string& now) {
    if (now.empty()) return Clock(systemNow);
    const auto instant = parseInstant(now);
    if (!instant) return fail(instant.error());
    return Clock([at = *instant] { return at; });
}

}  // namespace plumb::cli
