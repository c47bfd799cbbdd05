#include "tests/unit/records/record_examples.h"

#include <fstream>
#include <sstream>
#include <stdexcept>

namespace plumb::test {
namespace {

// `a`, `b` → a, b
std::vector<std::string> typesOf(const std::string& heading) {
    std::vector<std::string> out;
    for (auto at = heading.find('`'); at != std::string::npos; at = heading.find('`', at)) {
        const auto end = heading.find('`', at + 1);
        if (end == std::string::npos) break;
        out.push_back(heading.substr(at + 1, end - at - 1));
        at = end + 1;
    }
    return out;
}

}  // namespace

std::string readPage(const std::string& path) {
    std::ifstream in(std::string(PLUMB_SOURCE_DIR) + "/" + path, std::ios::binary);
    if (!in) throw std::runtime_error("cannot read " + path);
    std::ostringstream out;
    out << in.rdbuf();
    return out.str();
}

std::map<std::string, json::object> recordExamples() {
    std::istringstream page(readPage("shared/record/RECORDS.md"));
    std::map<std::string, json::object> out;
    std::vector<std::string> types;
    std::string line, block;
    bool inside = false, within = false;
    while (std::getline(page, line)) {
        if (line.starts_with("## ")) within = line == "## Types and their bodies";
        if (!within) continue;
        if (line.starts_with("### ")) types = typesOf(line);
        if (!inside && line == "```json" && !types.empty()) {
            inside = true;
            block.clear();
        } else if (inside && line == "```") {
            inside = false;
            const auto value = parseJson(block);
            if (!value || !value->is_object())
                throw std::runtime_error("RECORDS.md, " + types.front() + ": " +
                                         (value ? std::string("no object") : value.error().detail));
            for (const auto& type : types) out.emplace(type, value->get_object());
            types.clear();
        } else if (inside) {
            block += line + "\n";
        }
    }
    return out;
}

}  // namespace plumb::test
