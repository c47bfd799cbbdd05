#include "shared/checklist/evaluate/missing.h"

#include <array>

namespace plumb::checklist {

std::string_view whatName(Missing::What what) {
    constexpr std::array names{"answer", "verdict", "invalid", "contradiction", "photo", "note", "calibration", "fact"};
    return names.at(static_cast<std::size_t>(what));
}

}  // namespace plumb::checklist
