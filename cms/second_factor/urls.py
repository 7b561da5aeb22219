from django.urls import path

from .views import SetUpView

app_name = "gongkai_second_factor"
urlpatterns = [path("", SetUpView.as_view(), name="set_up")]
