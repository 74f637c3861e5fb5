"""Several of a brand's own pictures as one banner."""

from rapport.adapters.banners.kept import PictureBanners

__all__ = ["PictureBanners"]
