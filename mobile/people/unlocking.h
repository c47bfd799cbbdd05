// Who is on this tablet, and the PIN that opens a vault. Blocking; on the vault thread (store/store_thread.h).
#pragma once

#include <string>
#include <vector>

#include "mobile/people/person_info.h"
#include "mobile/store/local_store.h"

namespace plumb::mobile {

// Those who are enrolled.
Result<std::vector<PersonInfo>> readPeople(const LocalStore& store);
// Opens a person's store; whoever had it open before is out. Refused: "wrong_pin", "pin_wait".
Result<Unlocked> unlock(LocalStore& store, const QString& folder, const std::string& pin);
// The open store, to sign in: the one way for everything that a person states to others under her name. Asks for the
// PIN again, and counts it like an unlock. What colleagues of an enterprise hand to one another while a self-assessment
// is filled does not come by here: whoever submits it signs with the PIN.
Result<store::TabletStore*> openedToSign(const LocalStore& store, const QString& pin);
// Until when no PIN of this person is taken, ms since 1970; 0 when one is. "": of whoever is signed in.
Result<qint64> pinWait(const LocalStore& store, const QString& folder = {});
Result<void> changePin(const LocalStore& store, const std::string& oldPin, const std::string& newPin);

}  // namespace plumb::mobile
