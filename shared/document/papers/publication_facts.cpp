#include "shared/document/papers/publication_facts.h"

namespace plumb::document {

json::object publicationFacts(const RecordSource& record, const records::Publication& says,
                              const std::string& inspection, const std::string& checklist, const std::string& grade) {
    auto out = recordFacts(record);
    const auto& result = says.result;
    json::object site{{"name", result.name}, {"code", result.code}};
    out["site"] = site;
    out["inspection"] = inspection;
    out["results"] = json::array{json::object{{"name", result.name},
                                              {"code", result.code},
                                              {"checked", dayText(result.checked)},
                                              {"kind", result.kind},
                                              {"checklist", checklist.empty() ? result.checklist : checklist},
                                              {"version", result.version},
                                              {"grade", grade.empty() ? result.grade : grade},
                                              {"findings", result.findings}}};
    out["where"] = says.where;
    out["corrects"] = says.reason;
    // Who published is the bureau; the person's name is no part of what is public.
    out["author"] = "";
    return out;
}

}  // namespace plumb::document
