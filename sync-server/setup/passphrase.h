// The passphrase that seals the root key: from PLUMB_ROOT_PASSPHRASE, else asked for at a terminal, else (only where a
// new key is made) drawn at random and shown once.
#pragma once

#include <string>

#include "shared/base/result.h"

namespace plumb::server {

struct Passphrase {
    std::string text;
    bool drawn = false;  // made here: must be shown to the person
};

Passphrase newPassphrase();
// passphrase_missing where neither the environment nor a terminal gives one.
Result<std::string> knownPassphrase();

}  // namespace plumb::server
