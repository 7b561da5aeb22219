"""One operation."""

from ninja import Path, Router

from .models import NoticePage

router = Router()


@router.get("notices", response=list[str])
def notices(request, district: Path[str]):
    """Titles of the public notices of a district, newest first."""
    public = NoticePage.objects.public().filter(district__slug=district).newest_first()
    return list(public.values_list("title", flat=True))
