#include "shared/records/reference/checklist_publication.h"

#include <algorithm>

#include "shared/records/body_reader.h"

namespace plumb::records {

Result<ChecklistPublication> readChecklistPublication(const json::object& body) {
    BodyReader read(body);
    ChecklistPublication out{read.text("id"),     read.text("version"),       read.localTextIf("title"),
                             read.hash("sha256"), read.textsIf("programmes"), read.textsIf("sectors")};
    if (body.contains("withdrawn")) out.withdrawn = read.text("withdrawn");
    out.kinds = read.textsIf("kinds");
    for (const auto& kind : out.kinds) {
        if (std::ranges::find(kCheckKinds, kind) == kCheckKinds.end())
            read.fault("kinds", "must name of routine, individual, special and self");
    }
    if (body.contains("test") && !(out.test = read.flagIf("test")) && read.good())
        read.fault("test", "must be true where it stands");
    if (out.test && !out.withdrawn.empty()) read.fault("test", "must not stand beside \"withdrawn\"");
    if (auto good = read.done(); !good) return fail(good.error());
    return out;
}

json::object toBody(const ChecklistPublication& publication) {
    json::object out{{"id", publication.id},
                     {"version", publication.version},
                     {"title", publication.title.toJson()},
                     {"sha256", publication.sha256.hex()}};
    for (const auto& [name, texts] :
         {std::pair{"programmes", &publication.programmes}, std::pair{"sectors", &publication.sectors},
          std::pair{"kinds", &publication.kinds}}) {
        if (!texts->empty()) out[name] = json::array(texts->begin(), texts->end());
    }
    if (!publication.withdrawn.empty()) out["withdrawn"] = publication.withdrawn;
    if (publication.test) out["test"] = true;
    return out;
}

}  // namespace plumb::records
