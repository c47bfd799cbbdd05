// Sealing: from the draft that stands on disk and what was entered on the signing page to a signed record. Blocking; on
// the vault thread.
#pragma once

#include <QByteArray>
#include <QString>
#include <QStringList>
#include <optional>
#include <vector>

#include "mobile/store/local_store.h"
#include "shared/domain/place.h"

namespace plumb::mobile {

struct SignOrder {
    QString draft, pin, partyName, partyRole, refusedReason, witness, reason;
    QString witnessRole, noWitness;  // of a refusal
    QString content;                 // digest of what was shown to whoever drew, 64 hex digits
    QStringList team;
    QByteArray strokes, witnessStrokes;             // as SignaturePad gives them; empty where nobody drew
    QString notShown;                               // why the credential was not shown
    QString result, resultTo;                       // how the result was left, by the names of records; "" for unsaid
    bool recheck = false;                           // of what an order demands
    std::optional<domain::Whereabouts> where = {};  // of the tablet
};
// Who answered which items of a self-assessment, as the record will state it.
struct ContributorInfo {
    QString name;
    QStringList items;
};
Result<std::vector<ContributorInfo>> contributorsOf(LocalStore& store, const QString& draft);

struct Sealed {
    QString id, hash;
};
// The digest of what the signing page shows, 64 hex digits.
Result<QString> shownContent(LocalStore& store, const QString& draft, bool recheck);
// The draft ends with it. Refused: "wrong_pin", "pin_wait", and what store::signInspection() refuses.
Result<Sealed> seal(LocalStore& store, const SignOrder& order);

}  // namespace plumb::mobile
