"""One operation."""

from ninja import Path, Router

from plugins.api import ProblemSchema

from .models import NoticePage

router = Router()


@router.get("notices", response={200: list[str], 404: ProblemSchema, 422: ProblemSchema})
def notices(request, district: Path[str]):
    """Titles of the public notices of a district, newest first."""
    public = NoticePage.objects.public().filter(district__slug=district).newest_first()
    return list(public.values_list("title", flat=True))
