#include "shared/store/inspection_delivery.h"

#include "shared/checklist/evaluate/value_text.h"
#include "shared/records/inspection/summary.h"
#include "shared/store/inspection_fill.h"
#include "shared/store/inspection_history.h"
#include "shared/store/tuning.h"

namespace plumb::store {

Result<record::Line> signDelivery(TabletStore& store, const DeliveryRequest& request) {
    if (request.name.size() > kMaxNameBytes)
        return fail(ErrorKind::malformed, "bad_value", "the name of who took the result is too long");
    for (const auto* text : {&request.name, &request.note})
        if (auto good = checklist::checkText("what is said of the delivery", *text); !good) return fail(good.error());
    const auto history = historyOf(store, request.record);
    if (!history) return fail(history.error());
    const auto& newest = history->newestLine();
    const auto now = store.now();
    records::ResultDelivery said{
        history->lines.front().payload.id, newest.hash, request.way, now, request.to, request.name, request.note};
    if (request.where) said.place = domain::asOf(*request.where, now);
    if (auto may = records::mayDeliverResult(history->history.standing, said); !may) return fail(may.error());
    NewRecord record;
    record.type = "inspection.delivered";
    record.site = newest.payload.site;
    record.region = newest.payload.region;
    record.body = records::toBody(said);
    for (auto photo : request.photos) {
        photo.item.clear();
        photo.where.reset();  // as an act's: the photo's own entry says it
        if (auto named = namePhoto(store, photo, {}, record, records::kReceiptRole); !named) return fail(named.error());
    }
    for (const auto& receipt : request.receipts) {
        auto ref = receipt.ref();
        ref.role = records::kReceiptRole;
        ref.item.clear();
        if (auto named = nameFile(store, ref, {}, record); !named) return fail(named.error());
    }
    return store.append(record);
}

}  // namespace plumb::store
