// Any bytes as an attached CSV file: it is refused, or its cells are UTF-8, its rows are found again by what they say,
// and its header alone says the same columns.
#include <sys/mman.h>
#include <unistd.h>

#include <cstddef>
#include <cstdint>
#include <string>

#include "shared/base/encoding.h"
#include "shared/form/data/csv_rows.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    using namespace plumb::form;
    const int file = ::memfd_create("fuzz-csv", 0);
    if (file < 0 || ::write(file, data, size) != static_cast<ssize_t>(size)) __builtin_trap();
    const std::string path = "/proc/self/fd/" + std::to_string(file);
    Names names;
    if (const auto rows = CsvRows::open(path, names)) {
        const auto header = CsvRows::header(path);
        if (!header || header->size() != (*rows)->columns()) __builtin_trap();
        for (std::size_t r = 0; r < (*rows)->size() && r < 50; ++r) {
            for (std::size_t c = 0; c < (*rows)->columns() && c < 20; ++c) {
                const std::string cell = (*rows)->cell(r, c);
                if (!plumb::isUtf8(cell)) __builtin_trap();
                bool found = false;
                for (const auto row : (*rows)->rowsWhere(c, cell)) found = found || row == r;
                if (!found) __builtin_trap();
            }
        }
    }
    ::close(file);
    return 0;
}
