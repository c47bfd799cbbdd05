#include "shared/form/xlsx/archive.h"

#include <algorithm>

#include "shared/form/xlsx/tuning.h"

namespace plumb::form {
namespace {

Error bad(std::string why) {
    return {ErrorKind::malformed, "bad_xlsx", "this is no readable .xlsx: " + std::move(why)};
}
Error tooLarge(std::string why) {
    return {ErrorKind::tooLarge, "xlsx_too_large", std::move(why)};
}

struct CloseFile {
    void operator()(zip_file_t* file) const { zip_fclose(file); }
};

}  // namespace

Result<Archive> Archive::open(std::string_view bytes, const WorkbookLimits& limits) {
    if (bytes.starts_with("\xD0\xCF\x11\xE0"))
        return fail(ErrorKind::unsupported, "not_xlsx",
                    "this is an old .xls or an encrypted workbook; save it as .xlsx without a password");
    if (!bytes.starts_with("PK")) return fail(ErrorKind::unsupported, "not_xlsx", "this is no .xlsx file");
    zip_error_t error;
    zip_error_init(&error);
    zip_source_t* source = zip_source_buffer_create(bytes.data(), bytes.size(), 0, &error);
    zip_t* archive = source ? zip_open_from_source(source, ZIP_RDONLY, &error) : nullptr;
    if (!archive) {
        if (source) zip_source_free(source);
        std::string why = zip_error_strerror(&error);
        zip_error_fini(&error);
        return fail(bad(std::move(why)));
    }
    zip_error_fini(&error);
    Archive made(archive, limits);
    if (static_cast<std::uint64_t>(zip_get_num_entries(archive, 0)) > limits.entries)
        return fail(tooLarge("the workbook has more than " + std::to_string(limits.entries) + " parts"));
    return made;
}

bool Archive::has(const std::string& name) const {
    return zip_name_locate(m_archive.get(), name.c_str(), 0) >= 0;
}

Result<std::string> Archive::part(const std::string& name) {
    zip_stat_t about;
    zip_stat_init(&about);
    if (zip_stat(m_archive.get(), name.c_str(), 0, &about) != 0) return fail(bad("it has no " + name));
    const std::string tooMuch = name + " unpacks to more than a workbook may hold";
    if ((about.valid & ZIP_STAT_SIZE) && about.size > m_left) return fail(tooLarge(tooMuch));
    const std::unique_ptr<zip_file_t, CloseFile> file(zip_fopen(m_archive.get(), name.c_str(), 0));
    if (!file) return fail(bad(name + ": " + zip_strerror(m_archive.get())));
    const std::uint64_t packed = (about.valid & ZIP_STAT_COMP_SIZE) ? std::max<std::uint64_t>(about.comp_size, 1) : 1;
    std::string text;
    std::string block(64 * 1024, '\0');
    while (true) {
        const zip_int64_t got = zip_fread(file.get(), block.data(), block.size());
        if (got < 0) return fail(bad(name + " is damaged"));
        if (got == 0) break;
        if (static_cast<std::uint64_t>(got) > m_left) return fail(tooLarge(tooMuch));
        m_left -= static_cast<std::uint64_t>(got);
        text.append(block.data(), static_cast<std::size_t>(got));
        if (text.size() > kSmallUnpacked && text.size() / packed > m_limits.ratio)
            return fail(tooLarge(name + " unpacks to more than " + std::to_string(m_limits.ratio) +
                                 " times its size; that is no honest workbook"));
    }
    return text;
}

}  // namespace plumb::form
