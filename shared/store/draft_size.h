// How long the record becomes that signing a draft makes. A line holds 256 KiB in all (shared/record/line.h): texts of
// 64 KiB each are taken one by one, so their sum has to be watched while they are typed, and not first when everybody
// stands around the tablet to sign. No I/O; use it from the session's thread.
#pragma once

#include "shared/checklist/session/session.h"
#include "shared/store/inspection_draft.h"

namespace plumb::store {

// Upper estimate of the line without that; an amendment or a small draft costs no more than adding up its texts.
[[nodiscard]] std::size_t recordBytes(const checklist::Session& session, const InspectionDraft& draft);
// So many bytes there are too many; 0 where all fits.
[[nodiscard]] std::size_t bytesTooMany(const checklist::Session& session, const InspectionDraft& draft);

}  // namespace plumb::store
