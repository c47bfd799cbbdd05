// The code on the credential page: who is signed in and when, signed at this moment by her device's own key, as the
// address that opens the public page on somebody else's phone:
//   <server>/verify/#c.<compact JWS, typ "plumb+credential", {"v":1,"name":…,"at":…}>.<start of the log key's SHA-256>
// A picture of it grows old within minutes; the page says so (sync-server/console/src/public_page/credential.ts).
// Blocking; on the vault thread.
#pragma once

#include <QStringList>

#include "mobile/store/local_store.h"

namespace plumb::mobile {

struct CredentialCode {
    QString address;
    qint64 atMs = 0;  // by the corrected clock
    QString name, device;
    QStringList regions = {};       // prefixes, of all that she may do now
    QString certificate = {};       // its number, as the proved invitation states it; "" where it does not
    QString certificateUntil = {};  // "2028-06"; "" where it is not said
};
Result<CredentialCode> makeCredentialCode(LocalStore& store);

}  // namespace plumb::mobile
