// Says how the result of a signed inspection came to the inspected party after it was sealed (inspection.delivered).
#pragma once

#include "shared/records/evidence/signed_place.h"
#include "shared/records/inspection/result_delivery.h"
#include "shared/store/attached_file.h"
#include "shared/store/inspection_draft.h"

namespace plumb::store {

struct DeliveryRequest {
    std::string record;  // the inspection, by the id of any of its lines
    records::ResultDeliveryWay way = records::ResultDeliveryWay::paper;
    std::string to = {}, name = {}, note = {};  // as in records::ResultDelivery
    // On this device: photos with the marks over them; documents, and photos that say nothing of themselves.
    std::vector<AttachedFile> receipts = {};
    std::vector<Photo> photos = {};
    std::optional<records::Whereabouts> where = {};  // of this device; none where nobody asks
};

// Of the newest version, as of now; a place that is not of this moment any more is stated as stale. notFound
// "no_record"; refused "not_deliverable", "not_cosigned"; malformed "bad_value" (texts that are too long or no text, an
// address where nothing was sent); notFound "no_file".
Result<record::Line> signDelivery(TabletStore& store, const DeliveryRequest& request);

}  // namespace plumb::store
