// Photos and files of a record, as its papers number and list them. Pure; any thread.
#pragma once

#include <functional>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "shared/base/json.h"
#include "shared/checklist/model/model.h"
#include "shared/domain/place.h"
#include "shared/record/payload.h"

namespace plumb::document {

// When and where a photo was taken, by its own account; "" where it says nothing.
struct PhotoNote {
    std::string taken, place;
};
// "38.24710, 101.96830": degrees, to a metre.
std::string placeText(double latitude, double longitude);
// The same with " ± 4 m"; "" where there is none: why, is told on screens and not on papers.
std::string whereText(const std::optional<domain::Whereabouts>& where);

struct EvidenceSource {
    const std::vector<record::FileRef>& files;
    const checklist::Checklist& checklist;
    const std::function<PhotoNote(const Sha256&)>& photo;  // may be empty
};

// Photos have numbers in the order in which the record names them.
class Evidence {
  public:
    // `signature`: the drawn one among the files, which is no evidence.
    Evidence(const EvidenceSource& source, std::optional<Sha256> signature);

    // Numbers of an item's photos: "3–5, 7".
    [[nodiscard]] std::string of(const std::string& item) const;
    // As layouts read them (PAPERS.md).
    [[nodiscard]] const json::array& photos() const { return m_photos; }
    [[nodiscard]] const json::array& files() const { return m_files; }

  private:
    json::array m_photos, m_files;
    std::map<std::string, std::vector<std::size_t>> m_numbers;
};

}  // namespace plumb::document
