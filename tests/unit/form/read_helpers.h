// Short ways to ask what a reader made of a form; for these tests only.
#pragma once

#include <unistd.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <string>
#include <vector>

#include "shared/form/definition/definition.h"
#include "shared/form/definition/finish.h"

namespace plumb::form {

// A folder of a test's own, gone after it.
class Folder {
  public:
    Folder() : m_path(std::filesystem::temp_directory_path() / ("plumb-form-" + std::to_string(::getpid()))) {
        std::filesystem::create_directories(m_path);
    }
    ~Folder() { std::filesystem::remove_all(m_path); }
    Folder(const Folder&) = delete;
    Folder& operator=(const Folder&) = delete;

    std::string write(const std::string& name, const std::string& bytes) const {
        const auto path = m_path / name;
        std::ofstream(path, std::ios::binary) << bytes;
        return path.string();
    }
    [[nodiscard]] std::string at(const std::string& name) const { return (m_path / name).string(); }

  private:
    std::filesystem::path m_path;
};

inline std::string allOf(const std::vector<Problem>& problems) {
    std::string all;
    for (const Problem& one : problems) all += textOf(one) + "\n";
    return all;
}

inline std::string allOf(const std::vector<std::string>& sentences) {
    std::string all;
    for (const std::string& one : sentences) all += one + "\n";
    return all;
}

inline std::string source(const Definition& form, FormulaId formula) {
    return formula == kNone ? std::string("-") : form.formulas.at(formula).source;
}

// "Hello {/data/name}" in a language.
inline std::string words(const Definition& form, TextId text, const std::string& language = "",
                         const std::string& kind = "") {
    if (text == kNone) return "-";
    const auto found = form.texts.at(text).languages.find(language);
    if (found == form.texts.at(text).languages.end()) return "?";
    const auto pieces = found->second.forms.find(kind);
    if (pieces == found->second.forms.end()) return "?";
    std::string all;
    for (const TextPiece& piece : pieces->second) {
        all += piece.literal;
        if (piece.value != kNone) all += "{" + source(form, piece.value) + "}";
    }
    return all;
}

inline const NodeDef& node(const Definition& form, const std::string& path) {
    const auto found = form.find(path);
    if (found == kNone) throw std::runtime_error("no node " + path);
    return form.nodes.at(found);
}

// The control of a node.
inline const Control& control(const Definition& form, const std::string& path) {
    const auto def = form.find(path);
    const auto found = std::ranges::find_if(form.controls, [&](const Control& one) { return one.def == def; });
    if (def == kNone || found == form.controls.end()) throw std::runtime_error("no control for " + path);
    return *found;
}

inline bool says(const std::string& text, const std::string& part) {
    return text.find(part) != std::string::npos;
}

}  // namespace plumb::form
