#include "shared/checklist/load/form_instances.h"

#include "shared/form/xpath/named_calls.h"

namespace plumb::checklist {

std::string instanceOfFile(std::string_view name) {
    for (const std::string_view ending : {".csv", ".xml", ".geojson"}) {
        if (name.size() > ending.size() && name.ends_with(ending))
            return std::string(name.substr(0, name.size() - ending.size()));
    }
    return {};
}

std::string FormInstances::rename(const std::string& expression) {
    auto calls = form::namedCalls(expression, "instance");
    std::string out = expression;
    // From the end, so that the places before stay true.
    for (auto call = calls.rbegin(); call != calls.rend(); ++call) {
        std::string name = call->name;
        if (const auto list = m_lists.find(name); list != m_lists.end()) {
            name = list->second;
        } else if (const auto file = instanceOfFile(name); !file.empty()) {
            m_files.insert(name);
            name = file;
        }
        out.replace(call->begin, call->end - call->begin, name);
    }
    return out;
}

}  // namespace plumb::checklist
