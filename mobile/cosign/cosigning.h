// The second inspector's signature, from the tablet's side: who may give it here, and giving it. Her vault opens for
// that one signature and is closed again; the store of whoever is signed in stays open beside it. Blocking; on the
// vault thread.
#pragma once

#include <QString>
#include <optional>
#include <vector>

#include "mobile/people/person_info.h"
#include "mobile/store/local_store.h"
#include "shared/domain/place.h"

namespace plumb::mobile {

struct CosignInfo {
    QString record, fingerprint;         // of the newest version
    QString first;                       // who signed it first
    QString second;                      // who signed it second; "" while nobody has
    bool waits = false;                  // for the second signature
    bool own = false;                    // signed first by whoever is signed in
    std::vector<PersonInfo> colleagues;  // inspectors with a vault on this tablet, but for whoever is signed in
};
// notFound "no_record".
Result<CosignInfo> readCosign(const LocalStore& store, const QString& record);

struct CosignOrder {
    QString record, person, pin;                    // person: her folder; "" where it is whoever is signed in
    std::optional<domain::Whereabouts> where = {};  // of this tablet
};
// Refused: "wrong_pin", "pin_wait", and what store::cosignInspection() and carryCosignature() refuse. After a crash
// between the two it is done again with the same result.
Result<void> cosign(LocalStore& store, const CosignOrder& order);

}  // namespace plumb::mobile
