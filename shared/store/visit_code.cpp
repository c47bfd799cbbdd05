#include "shared/store/visit_code.h"

#include "shared/records/inspection/visit_code.h"

namespace plumb::store {

std::string visitCodeOf(const TabletStore& store, const record::Payload& submission) {
    const auto* said = submission.type == "inspection.submitted" ? submission.body.if_contains("rating") : nullptr;
    if (!said || !said->is_object()) return {};
    const auto key = store.deviceKey();
    if (!key) return {};
    auto code = records::visitCode(*key, textOr(said->get_object(), "salt"));
    const bool own = records::visitCodeHash(code).hex() == textOr(said->get_object(), "code");
    return own ? std::move(code) : std::string();
}

}  // namespace plumb::store
