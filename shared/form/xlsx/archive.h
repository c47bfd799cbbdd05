// The parts of a ZIP archive in memory, each unpacked when asked for and never beyond its share of the limit.
#pragma once

#include <zip.h>

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>

#include "shared/form/xlsx/workbook.h"

namespace plumb::form {

class Archive {
  public:
    // `bytes` must outlive it. Malformed "bad_xlsx", too large "xlsx_too_large".
    static Result<Archive> open(std::string_view bytes, const WorkbookLimits& limits);

    [[nodiscard]] bool has(const std::string& name) const;
    // Not found "bad_xlsx". What the directory says of a size is not believed: reading stops at the limit.
    Result<std::string> part(const std::string& name);

  private:
    struct Close {
        void operator()(zip_t* archive) const { zip_discard(archive); }
    };
    explicit Archive(zip_t* archive, const WorkbookLimits& limits)
        : m_archive(archive), m_limits(limits), m_left(limits.unpacked) {}

    std::unique_ptr<zip_t, Close> m_archive;
    WorkbookLimits m_limits;
    std::uint64_t m_left;
};

}  // namespace plumb::form
