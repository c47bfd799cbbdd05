#include "shared/checklist/model/attachments.h"

#include <algorithm>

#include "shared/base/encoding.h"
#include "shared/base/json.h"
#include "shared/checklist/model/form_nodes.h"

namespace plumb::checklist {
namespace {

class Names {
  public:
    void add(const std::string& name, const std::string& by) {
        if (name.empty() || !isAttachmentName(name)) return;
        if (std::ranges::none_of(m_all, [&](const NamedFile& one) { return one.name == name; }))
            m_all.push_back({name, by});
    }
    void add(const Media& media, const std::string& by) {
        for (const auto& [kind, files] : media) {
            for (const auto& [language, file] : files.all()) add(file, by);
        }
    }
    std::vector<NamedFile> take() { return std::move(m_all); }

  private:
    std::vector<NamedFile> m_all;
};

// The tables that a formula's pulldata() names: "areas" is areas.csv.
std::vector<std::string> lookedUp(std::string_view formula) {
    constexpr std::string_view kCall = "pulldata(";
    std::vector<std::string> out;
    for (auto at = formula.find(kCall); at != std::string_view::npos; at = formula.find(kCall, at + 1)) {
        const auto open = formula.find_first_not_of(" \t\r\n", at + kCall.size());
        if (open == std::string_view::npos || (formula[open] != '\'' && formula[open] != '"')) continue;
        const auto close = formula.find(formula[open], open + 1);
        if (close == std::string_view::npos) continue;
        std::string name(formula.substr(open + 1, close - open - 1));
        out.push_back(name.ends_with(".csv") ? name : name + ".csv");
    }
    return out;
}

}  // namespace

bool isAttachmentName(std::string_view name) {
    if (name.empty() || name.size() > kMaxAttachmentName || name == "." || name == ".." || !isUtf8(name)) return false;
    return std::ranges::none_of(
        name, [](char c) { return c == '/' || c == '\\' || static_cast<unsigned char>(c) < 0x20 || c == 0x7F; });
}

std::vector<NamedFile> namedFiles(const Checklist& checklist) {
    Names names;
    for (const auto& question : checklist.questions) {
        const std::string by = "question \"" + question.id + "\"";
        if (question.form) {
            names.add(question.form->file, by);
            names.add(question.form->media, by);
        }
        for (const auto& choice : question.choices) names.add(choice.media, by);
    }
    if (!checklist.form) return names.take();
    for (const auto& instance : checklist.form->definition->instances) {
        if (!instance.source.starts_with("jr://file")) continue;
        names.add(instance.source.substr(instance.source.rfind('/') + 1), "instance('" + instance.id + "')");
    }
    for (const auto& formula : checklist.form->definition->formulas) {
        for (const auto& name : lookedUp(formula.source)) names.add(name, "pulldata()");
    }
    return names.take();
}

std::string withAttachments(std::string_view jsonText, const std::map<std::string, Sha256>& attachments) {
    json::object named;
    for (const auto& [name, hash] : attachments) named[name] = hash.hex();
    std::string out(jsonText);
    const auto brace = out.find('{');
    out.insert(brace + 1, "\"attachments\":" + toText(named) + ",");
    return out;
}

}  // namespace plumb::checklist
