// How a query comes to a checklist that the log published; null where the document is not there. Any thread.
#pragma once

#include <functional>
#include <memory>

#include "shared/base/sha256.h"
#include "shared/checklist/model/model.h"

namespace plumb::server {

using DocumentOf = std::function<std::shared_ptr<const checklist::Checklist>(const Sha256&)>;

}  // namespace plumb::server
