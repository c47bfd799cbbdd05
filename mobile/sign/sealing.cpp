#include "mobile/sign/sealing.h"

#include "mobile/check/drafts.h"
#include "mobile/people/unlocking.h"
#include "mobile/ui/text.h"
#include "shared/store/inspection_sign.h"

namespace plumb::mobile {

Result<Sealed> seal(LocalStore& store, const SignOrder& order) {
    const auto tablet = store.opened();
    if (!tablet) return fail(tablet.error());
    if (auto pin = confirmPin(store, ss(order.pin)); !pin) return fail(pin.error());

    store::SignRequest request;
    request.draft = ss(order.draft);
    if (order.recheck) request.kind = "recheck";
    for (const auto& name : order.team) request.team.push_back(ss(name));
    request.reason = ss(order.reason);
    request.party.name = ss(order.partyName);
    request.party.role = ss(order.partyRole);
    request.party.refusedReason = ss(order.refusedReason);
    request.party.witness = ss(order.witness);
    if (!order.signature.isEmpty()) {
        // What lacks is told before anything is sealed for it.
        auto unsignedYet = request;
        unsignedYet.party = {};
        unsignedYet.party.absent = std::string("-");
        if (const auto whole = store::composeInspection(**tablet, unsignedYet); !whole) return fail(whole.error());
        const ByteView image(reinterpret_cast<const std::uint8_t*>(order.signature.constData()),
                             static_cast<std::size_t>(order.signature.size()));
        const auto file = (*tablet)->importFile(image, "image/png");
        if (!file) return fail(file.error());
        request.party.signature = file->sha256;
    }
    const auto line = store::signInspection(**tablet, request);
    if (!line) return fail(line.error());
    if (auto closed = closeDraft(store); !closed) return fail(closed.error());
    const auto row = (*tablet)->recordByHash(line->hash());
    return Sealed{qs(row && !row->about.empty() ? row->about : row ? row->id : std::string()), qs(line->hash().hex())};
}

}  // namespace plumb::mobile
