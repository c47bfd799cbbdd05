// A form from a file, whatever it is written in, for the commands about forms.
#pragma once

#include <memory>
#include <string>

#include "shared/base/clock.h"
#include "shared/base/result.h"
#include "shared/form/fill/filling.h"

namespace plumb::cli {

struct FormSource {
    std::string file, media;  // media: a folder of attached files; else FILE-media beside it, else its own folder
    std::string now;          // RFC 3339; "" = the machine's clock
    std::uint64_t seed = 0;
    std::vector<std::string> properties;  // "deviceid=4711": what the device knows
};

struct OpenedForm {
    std::shared_ptr<const form::Definition> definition;
    std::vector<std::string> warnings;
};

// All problems in one error, a line each. Unsupported "bad_kind" for other files than .xml, .xlsx and .json (a
// checklist).
Result<OpenedForm> openForm(const FormSource& source);
// What a filling of it begins with; malformed "bad_property" or a bad time.
Result<form::FillingOptions> optionsOf(const FormSource& source);
// The clock that --now asks for.
Result<Clock> clockOf(const std::string& now);

}  // namespace plumb::cli
