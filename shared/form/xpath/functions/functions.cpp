#include "shared/form/xpath/functions.h"

#include <algorithm>
#include <unordered_map>
#include <vector>

#include "shared/base/nearest.h"

namespace plumb::form::xpath {
namespace {

const std::unordered_map<std::string_view, const Function*>& table() {
    static const auto all = [] {
        std::unordered_map<std::string_view, const Function*> functions;
        for (const auto family : {logicFunctions(), textFunctions(), numberFunctions(), dateFunctions(),
                                  nodeFunctions(), choiceFunctions(), geoFunctions(), chtFunctions()}) {
            for (const auto& function : family) functions.emplace(function.name, &function);
        }
        return functions;
    }();
    return all;
}

}  // namespace

void Call::fail(const std::string& sentence) const {
    throw EvaluationError(std::string(m_part.function->name) + "(): " + sentence);
}

const Function* findFunction(std::string_view name) {
    const auto found = table().find(name);
    return found == table().end() ? nullptr : found->second;
}

std::string_view nearestFunction(std::string_view name) {
    static const auto names = [] {
        std::vector<std::string> all;
        for (const auto& [known, function] : table()) all.emplace_back(known);
        std::sort(all.begin(), all.end());
        return all;
    }();
    const auto* found = findFunction(nearest(name, names));
    return found ? found->name : std::string_view();
}

}  // namespace plumb::form::xpath
