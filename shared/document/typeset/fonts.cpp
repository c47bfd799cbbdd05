#include "shared/document/typeset/fonts.h"

#include <fontconfig/fontconfig.h>
#include <pango/pangocairo.h>
#include <pango/pangofc-fontmap.h>

#include <algorithm>
#include <string>

namespace plumb::document {
namespace {

using Pattern = std::unique_ptr<FcPattern, decltype(&FcPatternDestroy)>;

// Where the machine keeps this family; "" where it has none.
std::string fileOf(const char* family) {
    const Pattern wanted(FcPatternBuild(nullptr, FC_FAMILY, FcTypeString, family, nullptr), FcPatternDestroy);
    FcConfigSubstitute(nullptr, wanted.get(), FcMatchPattern);
    FcDefaultSubstitute(wanted.get());
    FcResult result = FcResultNoMatch;
    const Pattern found(FcFontMatch(nullptr, wanted.get(), &result), FcPatternDestroy);
    if (!found) return {};
    FcChar8* text = nullptr;
    // Fontconfig gives the nearest family where it has not the one that was asked for.
    for (int i = 0; FcPatternGetString(found.get(), FC_FAMILY, i, &text) == FcResultMatch; ++i) {
        FcChar8* file = nullptr;
        if (std::string_view(reinterpret_cast<const char*>(text)) == family &&
            FcPatternGetString(found.get(), FC_FILE, 0, &file) == FcResultMatch)
            return reinterpret_cast<const char*>(file);
    }
    return {};
}

struct Face {
    const char* family;
    const char* package;
};
constexpr Face kFaces[] = {
    {kFace, "fonts-wqy-microhei"}, {kSecondFace, "fonts-wqy-zenhei"}, {kMonoFace, "fonts-dejavu-core"}};

}  // namespace

Result<std::unique_ptr<Fonts>> Fonts::open() {
    // The map keeps the configuration as long as it needs it.
    const std::unique_ptr<FcConfig, decltype(&FcConfigDestroy)> config(FcConfigCreate(), FcConfigDestroy);
    for (const auto& face : kFaces) {
        const auto file = fileOf(face.family);
        if (file.empty() || !FcConfigAppFontAddFile(config.get(), reinterpret_cast<const FcChar8*>(file.c_str())))
            return fail(ErrorKind::notFound, "font_missing",
                        std::string("papers are set in the font ") + face.family +
                            ", which is not installed; install " + face.package);
    }
    auto fonts = std::unique_ptr<Fonts>(new Fonts);
    fonts->m_map.reset(pango_cairo_font_map_new_for_font_type(CAIRO_FONT_TYPE_FT));
    pango_fc_font_map_set_config(PANGO_FC_FONT_MAP(fonts->m_map.get()), config.get());
    pango_cairo_font_map_set_resolution(PANGO_CAIRO_FONT_MAP(fonts->m_map.get()), 72);  // a point is a point
    fonts->m_context.reset(pango_font_map_create_context(fonts->m_map.get()));
    auto* context = fonts->m_context.get();
    pango_context_set_language(context, pango_language_from_string("zh-cn"));
    pango_context_set_round_glyph_positions(context, FALSE);
    const std::unique_ptr<cairo_font_options_t, decltype(&cairo_font_options_destroy)> options(
        cairo_font_options_create(), cairo_font_options_destroy);
    // Paper has no pixels to fit letters to.
    cairo_font_options_set_hint_style(options.get(), CAIRO_HINT_STYLE_NONE);
    cairo_font_options_set_hint_metrics(options.get(), CAIRO_HINT_METRICS_OFF);
    pango_cairo_context_set_font_options(context, options.get());
    return fonts;
}

Result<const Fonts*> Fonts::ofThisThread() {
    thread_local std::unique_ptr<Fonts> fonts;
    if (!fonts) {
        auto opened = open();
        if (!opened) return fail(opened.error());
        fonts = std::move(*opened);
    }
    return fonts.get();
}

bool isBlankInFirstFace(char32_t character) {
    // Found by asking the face for every outline; ℃ and Ⅴ are met in any inspection.
    static constexpr char32_t kBlank[] = {0x01CE, 0x01D0, 0x01D2, 0x01D4, 0x01D8, 0x01DA, 0x01DC,
                                          0x203E, 0x2103, 0x2109, 0x212B, 0x2164, 0x2169, 0x223C};
    return std::binary_search(std::begin(kBlank), std::end(kBlank), character);
}

}  // namespace plumb::document
